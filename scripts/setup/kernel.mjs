import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./support/run-command.mjs";

const kernelFolder = ".venv/share/jupyter/kernels/deep-pessimist";

/**
 * The TypeScript kernel, made known to the JupyterLab of .venv and to no other.
 *
 * @type {import("./step.mjs").Step}
 */
export const kernel = {
  name: "TypeScript kernel",
  megabytes: () => 1,
  // Its entry names this Node and this folder, so another Node or a move makes it stale.
  inputs: ({ root, packageRoot }) =>
    [
      root,
      packageRoot,
      process.execPath,
      ...["install-kernelspec.js", "kernelspec.js"].map((file) => read(packageRoot, file)),
    ].join("\n"),
  outputs: () => [kernelFolder],
  async broken({ root }) {
    const [node = ""] = JSON.parse(readFileSync(join(root, kernelFolder, "kernel.json"), "utf8")).argv;
    return existsSync(node) ? undefined : `${node} is gone`;
  },
  async make(context) {
    const install = join(context.packageRoot, "dist", "kernel", "install.js");
    await runCommand(context, this.name, process.execPath, [install, "--prefix", context.venv]);
  },
};

/** @param {string} packageRoot @param {string} file */
function read(packageRoot, file) {
  return readFileSync(join(packageRoot, "dist", "kernel", file), "utf8");
}
