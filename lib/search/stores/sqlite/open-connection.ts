import { accessSync, constants, existsSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { SqlConnect, SqlConnection } from "../../../core/index.js";
import { storageError } from "./storage-error.js";

/**
 * Opens a file.
 *
 * @param readOnly - leaves the file and its folder as they are: nothing is made, not even what SQLite keeps beside it
 * @throws UsageError when it cannot be opened, or written where it is to be
 */
export function openConnection(SqlFile: SqlConnect, path: string, readOnly: boolean): SqlConnection {
  // SQLite would open it, and leave files beside it that are read-only, too, when the file no longer is.
  if (!readOnly && isProtected(path)) throw storageError(path, { errcode: 8 });
  // Where no log lies beside it, nobody writes to it.
  const log = `${path}-wal`;
  const isAtRest = readOnly && (!existsSync(log) || statSync(log).size === 0);
  const address = isAtRest ? `${pathToFileURL(path).href}?immutable=1` : path;
  try {
    return readOnly ? new SqlFile(address, { readOnly: true }) : new SqlFile(path);
  } catch (error) {
    throw storageError(path, error);
  }
}

/** Whether it may be read, but not written. */
function isProtected(path: string): boolean {
  return mayBe(path, constants.R_OK) && !mayBe(path, constants.W_OK);
}

function mayBe(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
