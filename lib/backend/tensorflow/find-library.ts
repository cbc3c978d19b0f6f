import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../core/index.js";

/** `libtensorflow_cc.so.2` on Linux, `libtensorflow_cc.2.dylib` on macOS; whatever the version. */
const libraryName = /^libtensorflow(_cc)?\.(so\.\d+|\d+\.dylib|so|dylib)$/;

export interface FindLibraryOptions {
  /** A folder that holds the libraries; nothing else is then looked at. Defaults to the variable PESSIMIST_TENSORFLOW. */
  folder?: string | undefined;
  /** Where to look for `.venv`, in this order; defaults to this package's folder, then the current one and those above it. */
  roots?: readonly string[];
}

/**
 * The path of TensorFlow's C library, as its Python wheel carries it.
 *
 * @throws UsageError when it is nowhere
 */
export function findLibrary({
  folder = process.env.PESSIMIST_TENSORFLOW,
  roots = [packageRoot(), ...foldersUp(process.cwd())],
}: FindLibraryOptions = {}): string {
  if (folder) return libraryIn(folder) ?? refuseFolder(folder);
  const found = roots.flatMap(tensorFlowFolders).map(libraryIn).find(Boolean);
  if (found !== undefined) return found;
  throw new UsageError({
    got: `native TensorFlow was not found in ${join(roots[0]!, ".venv")}, nor in a .venv at or above ${process.cwd()}.`,
    expected: "a Python environment .venv with TensorFlow's wheel in it.",
    fix: "type: npx deep-pessimist setup",
  });
}

function refuseFolder(folder: string): never {
  throw new UsageError({
    got: `PESSIMIST_TENSORFLOW is ${folder}, ${existsSync(folder) ? "which holds no libtensorflow_cc" : "which does not exist"}.`,
    expected: "the folder of libtensorflow_cc.so.2, as in …/site-packages/tensorflow.",
    fix: "correct PESSIMIST_TENSORFLOW, or unset it and type: npx deep-pessimist setup",
  });
}

/** The library in a folder; the wheel's libtensorflow_cc before a plain libtensorflow. */
function libraryIn(folder: string): string | undefined {
  const names = listFolder(folder).filter((name) => libraryName.test(name));
  const best = names.find((name) => name.includes("_cc")) ?? names[0];
  return best && join(folder, best);
}

function tensorFlowFolders(root: string): string[] {
  const lib = join(root, ".venv", "lib");
  const pythons = listFolder(lib).filter((name) => name.startsWith("python3"));
  return pythons.map((python) => join(lib, python, "site-packages", "tensorflow"));
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The folder of deep-pessimist's own package.json, above this file. */
function packageRoot(): string {
  const folders = foldersUp(dirname(fileURLToPath(import.meta.url)));
  return folders.find(isPackageRoot) ?? process.cwd();
}

function isPackageRoot(folder: string): boolean {
  const manifest = join(folder, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "deep-pessimist";
}

function foldersUp(start: string): string[] {
  const parent = dirname(start);
  return parent === start ? [start] : [start, ...foldersUp(parent)];
}
