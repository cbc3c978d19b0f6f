import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { UsageErrorParts } from "../../../core/index.js";

/** Why a file could not be opened, as far as one can see. */
export function notOpened(path: string): UsageErrorParts {
  const expected = "a file in a folder that exists, which this user may read and write.";
  if (isFolder(path))
    return {
      got: `${path} is a folder.`,
      expected,
      fix: `write ${JSON.stringify(join(path, "studies.db"))}.`,
    };
  const folder = dirname(resolve(path));
  if (isFolder(folder) === false)
    return {
      got: `${path} could not be opened: there is no folder ${folder}.`,
      expected,
      fix: `mkdir -p ${JSON.stringify(folder)}`,
    };
  return {
    got: `${path} could not be opened: this user has no right to.`,
    expected,
    fix: `see whose it is, by ls -ld ${JSON.stringify(folder)} and ls -l there; or choose another path.`,
  };
}

/** Undefined where one may not look. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOTDIR" ? false : undefined;
  }
}
