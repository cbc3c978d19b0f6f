import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "./support/run-command.mjs";

/**
 * The library, compiled from lib/ to dist/, with the data beside it.
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
      ...dataFiles(root).map((file) => `${file}\n${readFileSync(join(root, "lib", file), "base64")}`),
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
    copyData(context.root);
    removeOrphans(context.root);
    const command = join(context.root, "dist", "cli", "main.js");
    if (existsSync(command)) chmodSync(command, 0o755);
  },
};

/** @param {string} root */
function sources(root) {
  return listNames(join(root, "lib")).filter((file) => file.endsWith(".ts"));
}

/** Recorded numbers, which the code reads from beside itself. @param {string} root */
function dataFiles(root) {
  return listNames(join(root, "lib")).filter((file) => file.endsWith(".br"));
}

/** @param {string} root */
function copyData(root) {
  for (const file of dataFiles(root)) {
    mkdirSync(join(root, "dist", dirname(file)), { recursive: true });
    copyFileSync(join(root, "lib", file), join(root, "dist", file));
  }
}

/** What was compiled from files that are gone must not be found by an import. @param {string} root */
function removeOrphans(root) {
  const wanted = new Set([...sources(root).map((file) => file.replace(/\.ts$/, "")), ...dataFiles(root)]);
  for (const file of listNames(join(root, "dist")))
    if (/\.(js|d\.ts|js\.map|br)$/.test(file) && !wanted.has(file.replace(/\.(js|d\.ts|js\.map)$/, "")))
      rmSync(join(root, "dist", file));
}

/** @param {string} folder */
function listNames(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}
