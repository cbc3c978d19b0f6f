import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { caches } from "./support/caches.mjs";
import { assertNpm, npmCommand } from "./support/npm.mjs";
import { runCommand } from "./support/run-command.mjs";

/**
 * The packages of package-lock.json, in node_modules.
 *
 * @type {import("./step.mjs").Step}
 */
export const npmPackages = {
  name: "npm packages",
  megabytes: () => 1000,
  inputs: (context) =>
    [
      ...["package-lock.json", ".npmrc"].map((file) => readFileSync(join(context.root, file), "utf8")),
      ...shim(context),
      `${context.platform} ${context.arch}`,
    ].join("\n"),
  outputs: () => ["node_modules"],
  // Tools keep caches of their own in there.
  watched: (path) => !/^node_modules\/\.(cache|vite|vite-temp|vitest)\//.test(path),
  async make(context) {
    const [program, ...args] = npmCommand(context);
    await assertNpm(context);
    // .npmrc has ignore-scripts: no package runs a program of its own here.
    await runCommand(
      context,
      this.name,
      program,
      [...args, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"],
      {
        env: { ...context.env, ...caches(context), npm_config_update_notifier: "false" },
      },
    );
  },
};

/** The one package that lies in the repository. @param {import("./context.mjs").Context} context */
function shim({ root }) {
  const folder = join(root, "scripts", "tfjs-node-shim");
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
