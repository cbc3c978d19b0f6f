import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What a finished step leaves behind: the hash of what it was made from, and every file that it made with its size.
 *
 * @typedef {{ key: string, files: Record<string, number> }} Stamp
 */

/**
 * @param {string} inputs
 * @returns {string} the key of a stamp
 */
export function keyOf(inputs) {
  return createHash("sha256").update(inputs).digest("hex");
}

/**
 * Every file below `paths` with its size in bytes. Links count as themselves, and Python's caches not at all.
 *
 * @param {string} root
 * @param {readonly string[]} paths - files and folders, from `root`
 * @param {(path: string) => boolean} [watched]
 * @returns {Record<string, number>}
 */
export function listFiles(root, paths, watched = () => true) {
  /** @type {Record<string, number>} */
  const files = {};
  /** @param {string} path */
  const visit = (path) => {
    const status = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (status === undefined) return;
    if (!status.isDirectory()) {
      if (watched(path)) files[path] = status.size;
      return;
    }
    for (const name of readdirSync(join(root, path))) if (name !== "__pycache__") visit(`${path}/${name}`);
  };
  for (const path of paths) visit(path.replaceAll("\\", "/"));
  return files;
}

/**
 * @param {string} file
 * @param {Stamp} stamp
 */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(stamp));
  renameSync(half, file);
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true });
}

/**
 * Why the work behind a stamp has to be done (again), or undefined where it is done.
 *
 * @param {string} file - the stamp
 * @param {string} key
 * @param {string} root
 * @returns {string | undefined}
 */
export function whyNotDone(file, key, root) {
  const stamp = readStamp(file);
  if (stamp === undefined) return "not finished";
  if (stamp.key !== key) return "made from something older";
  for (const [path, size] of Object.entries(stamp.files)) {
    const status = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (status === undefined) return `${path} is missing`;
    if (status.size !== size) return `${path} has another size`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Stamp | undefined} undefined where there is none, or none that can be read
 */
function readStamp(file) {
  try {
    const stamp = JSON.parse(readFileSync(file, "utf8"));
    return typeof stamp?.key === "string" && typeof stamp.files === "object" ? stamp : undefined;
  } catch {
    return undefined;
  }
}
