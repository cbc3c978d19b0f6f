import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sitePackagesFromRoot } from "./support/environment.mjs";
import { installPythonPackages, isPip, isTensorFlow } from "./support/install-python-packages.mjs";

/**
 * JupyterLab and plotly's renderer, with everything that they need, from the lock file.
 *
 * @type {import("./step.mjs").Step}
 */
export const pythonPackages = {
  name: "JupyterLab",
  megabytes: () => 500,
  inputs: ({ root, packageRoot }) =>
    `${root}\n${readFileSync(join(packageRoot, "requirements.txt"), "utf8")}`,
  outputs: (context) => [
    ...sitePackagesFromRoot(context),
    ...[context.platform === "win32" ? ".venv/Scripts" : ".venv/bin"],
    ...[".venv/share/jupyter/lab/static", ".venv/share/jupyter/labextensions"],
  ],
  watched: (path) => !path.includes("/site-packages/") || isOurs(path.replace(/^.*?\/site-packages\//, "")),
  async make(context) {
    await installPythonPackages(context, { step: this.name, requirements: "requirements.txt", owns: isOurs });
  },
};

/** @param {string} path - inside site-packages */
function isOurs(path) {
  return !isPip(path) && !isTensorFlow(path);
}
