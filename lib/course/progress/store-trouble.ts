/** SQLite's result codes (https://sqlite.org/rescode.html) and Node's, as reasons with their remedies. */
const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  5: ["another program keeps it locked", "close that program: a database browser, mostly."],
  8: ["it is read-only", "make it and its folder writable."],
  11: ["it is damaged", "npx deep-pessimist course reset"],
  13: ["the disk is full", "free some space."],
  14: ["it cannot be opened", "make its folder readable and writable, or set PESSIMIST_HOME to another one."],
  26: ["it is no database", "npx deep-pessimist course reset, or set PESSIMIST_HOME to another folder."],
  EACCES: ["its folder may not be written", "set PESSIMIST_HOME to a folder of yours."],
  EEXIST: ["a file stands where its folder should be", "set PESSIMIST_HOME to another folder."],
  ENOTDIR: ["a file stands where its folder should be", "set PESSIMIST_HOME to another folder."],
  EROFS: ["the disk is read-only", "set PESSIMIST_HOME to a folder on another one."],
};

/** Why a learner's progress is not kept, and what would help, as one message. */
export function storeTrouble(path: string, error: unknown): string {
  const { errcode, code, message } = error as { errcode?: number; code?: string; message: string };
  const [reason, remedy] = reasons[errcode === undefined ? `${code}` : `${errcode & 0xff}`] ?? [
    message,
    "set PESSIMIST_HOME to another folder.",
  ];
  return `Your predictions and progress cannot be kept in ${path}: ${reason}.
  The notebook goes on, and remembers them until its kernel ends.
  To fix:   ${remedy}`;
}
