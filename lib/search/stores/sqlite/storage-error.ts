import { UsageError, type UsageErrorParts } from "../../../core/index.js";
import { notOpened } from "./not-opened.js";

/** What SQLite's result codes mean to whoever keeps a study (https://sqlite.org/rescode.html). */
const explanations: Readonly<Record<number, (path: string) => UsageErrorParts>> = {
  5: (path) => ({
    got: `${path} was locked by another process for too long.`,
    expected: "transactions of milliseconds, as this library's and Optuna's are.",
    fix: "end the program that holds it open in a transaction: a database browser, mostly. Finished trials are safe.",
  }),
  8: (path) => ({
    got: `${path} cannot be written: the file or its folder is read-only.`,
    expected: "a file and a folder that this user may write.",
    fix: `chmod u+w ${JSON.stringify(path)}*, and its folder; or copy it and open the copy.`,
  }),
  10: (path) => ({
    got: `reading or writing ${path} failed on the disk.`,
    expected: "a disk that answers.",
    fix: "see whether it is full or was taken away. What was finished before is in the file.",
  }),
  11: (path) => damaged(path),
  13: (path) => ({
    got: `the disk of ${path} is full.`,
    expected: "room for a few kilobytes per trial, and 5 MB for the log beside the file.",
    fix: "free some space and start again: the study goes on where it was, with all finished trials.",
  }),
  14: notOpened,
  19: (path) => ({
    got: `${path} no longer holds this study: another program has deleted it.`,
    expected: "a study that stays while it is worked on.",
    fix: "create it anew.",
  }),
  26: (path) => ({
    got: `${path} is not an SQLite database.`,
    expected: "a file that this library or Optuna made, or a path where there is none yet.",
    fix: "choose another path: the file was left as it is.",
  }),
};

/** A file that was cut or overwritten. */
function damaged(path: string): UsageErrorParts {
  return {
    got: `${path} is damaged: a part of it is missing or was overwritten.`,
    expected: "the file whole, with its -wal file beside it.",
    fix: `take it from a backup; or save what is readable: sqlite3 ${JSON.stringify(path)} .recover | sqlite3 saved.db`,
  };
}

/** SQLite's own words, for an error that comes without its code: the package for Node 20 has such ones. */
const words: Readonly<Record<string, number>> = {
  "database is locked": 5,
  "attempt to write a readonly database": 8,
  "disk I/O error": 10,
  "database disk image is malformed": 11,
  "database or disk is full": 13,
  "unable to open database file": 14,
  "file is not a database": 26,
};

/** An error of SQLite's as one clear message; any other error as it is. */
export function storageError(path: string, error: unknown): unknown {
  const explanation = explanations[resultCode(error) ?? -1];
  return explanation === undefined ? error : new UsageError(explanation(path), { cause: error });
}

/** Whether an error that was explained says that another process holds the file. */
export function isLocked(error: unknown): boolean {
  return error instanceof UsageError && resultCode(error.cause ?? {}) === 5;
}

function resultCode(error: unknown): number | undefined {
  const { message = "", errcode = words[message] } = error as { message?: string; errcode?: number };
  return typeof errcode === "number" ? errcode & 0xff : undefined; // the rest of an extended code says it more exactly
}
