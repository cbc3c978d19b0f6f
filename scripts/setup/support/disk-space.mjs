import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { SetupError } from "../setup-error.mjs";

/**
 * Bytes that a user may still write on the disk that holds `folder`, which need not exist yet.
 *
 * @param {string} folder
 * @returns {number}
 */
export function freeBytes(folder) {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

/**
 * @param {import("../context.mjs").Context} context
 * @param {readonly import("../step.mjs").Step[]} steps - those that have still to be done
 */
export function assertDiskSpace(context, steps) {
  const { root, freeBytes } = context;
  const needed = steps.reduce((sum, step) => sum + step.megabytes(context), 0);
  const free = Math.floor(freeBytes(root) / 1e6);
  if (free >= needed) return;
  throw new SetupError({
    got: `The disk that holds ${root} has ${free} MB free.`,
    expected: `${needed} MB for ${steps.map((step) => step.name).join(", ")}.`,
    fix: `free ${needed - free} MB or more, then type the same command again.`,
  });
}
