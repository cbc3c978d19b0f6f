import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { ownLine, UsageError } from "../../core/index.js";
import { loadedWithin } from "./loaded-within.js";

/**
 * Runs a user's file. What fails in it meanwhile and nothing catches, such as a promise that nobody awaits, counts as
 * thrown by it: it would end this process with a stack.
 *
 * @throws UsageError when the file throws, or takes longer
 */
export async function importFile(file: string, milliseconds?: number): Promise<Record<string, unknown>> {
  const uncaught = new Promise<never>((_, reject) => {
    process.setUncaughtExceptionCaptureCallback(null); // of another that is being loaded
    process.setUncaughtExceptionCaptureCallback(reject);
  });
  const imported = import(pathToFileURL(file).href) as Promise<Record<string, unknown>>;
  const running = Promise.race([imported, uncaught]).catch((error) => {
    throw threw(file, error);
  });
  try {
    return await loadedWithin(running, file, milliseconds);
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/** What the user's file did wrong, with the user's own line; a call that was refused says itself what is right. */
function threw(file: string, error: unknown): UsageError {
  const { message, where = "" } = ownLine(file, error);
  return new UsageError(
    error instanceof UsageError
      ? {
          got: `${error.got}\n${where || `    in ${file}`}`,
          expected: error.expected,
          fix: error.fix,
        }
      : {
          got: `${file} threw: ${message}${where && `\n${where}`}`,
          expected: "a file that runs by itself and exports an objective.",
          fix: `repair it, and try the file alone: npx tsx ${basename(file)}`,
        },
    { cause: error },
  );
}
