import { UsageError } from "../../core/index.js";

/** What a disk says when it is full, or a user's share of it is. */
const full = ["ENOSPC", "EDQUOT"];
const forbidden = ["EACCES", "EPERM", "EROFS"];

/** An error of the disk, said in three parts; any other stays what it is. */
export function explainDiskError(error: unknown, folder: string, unfinished: string): unknown {
  const { code = "", message } = rootOf(error);
  if (full.includes(code))
    return new UsageError(
      {
        got: `the disk is full (${code}): ${folder} is not finished.`,
        expected: `room for the rest. What is written stays in ${unfinished}.`,
        fix: `free some space and do the same again, which goes on where this stopped; or rm -r ${JSON.stringify(unfinished)}.`,
      },
      { cause: error },
    );
  if (forbidden.includes(code))
    return new UsageError(
      {
        got: `${folder} cannot be written: ${message}.`,
        expected: "a folder on a disk that you may write to.",
        fix: "write somewhere else.",
      },
      { cause: error },
    );
  return error;
}

function rootOf(error: unknown): NodeJS.ErrnoException {
  const { cause } = error as Error;
  return cause === undefined ? (error as NodeJS.ErrnoException) : rootOf(cause);
}
