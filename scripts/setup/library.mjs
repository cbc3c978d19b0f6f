import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./support/run-command.mjs";

/**
 * The library, compiled from lib/ to dist/.
 *
 * @type {import("./step.mjs").Step}
 */
export const library = {
  name: "library",
  megabytes: () => 20,
  inputs: ({ root }) =>
    [
      readFileSync(join(root, "tsconfig.json"), "utf8"),
      readFileSync(join(root, "node_modules", "typescript", "package.json"), "utf8"),
      ...sources(root).map((file) => `${file}\n${readFileSync(join(root, "lib", file), "utf8")}`),
    ].join("\n"),
  outputs: () => ["dist"],
  async make(context) {
    const compiler = join(context.root, "node_modules", "typescript", "bin", "tsc");
    await runCommand(context, this.name, process.execPath, [
      compiler,
      "-p",
      "tsconfig.json",
      "--noEmitOnError",
    ]);
    removeOrphans(context.root);
    const command = join(context.root, "dist", "cli", "main.js");
    if (existsSync(command)) chmodSync(command, 0o755);
  },
};

/** @param {string} root */
function sources(root) {
  return listNames(join(root, "lib")).filter((file) => file.endsWith(".ts"));
}

/** What was compiled from files that are gone must not be found by an import. @param {string} root */
function removeOrphans(root) {
  const wanted = new Set(sources(root).map((file) => file.replace(/\.ts$/, "")));
  for (const file of listNames(join(root, "dist")))
    if (/\.(js|d\.ts|js\.map)$/.test(file) && !wanted.has(file.replace(/\.(js|d\.ts|js\.map)$/, "")))
      rmSync(join(root, "dist", file));
}

/** @param {string} folder */
function listNames(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}
