import { UsageError } from "../../core/index.js";
import { timeLimit } from "../trials/time-limit.js";

/**
 * Waits until a user's file is loaded: one may wait at its top for what never comes.
 *
 * @param file - for the message
 * @param milliseconds - defaults to 120,000
 * @throws UsageError when it takes longer
 */
export async function loadedWithin<T>(loading: Promise<T>, file: string, milliseconds = 120_000): Promise<T> {
  const limit = timeLimit(milliseconds);
  if (limit === undefined) return loading;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new UsageError({
      got: `${file} was not loaded within ${limit / 1000} s.`,
      expected: "a file that exports an objective, and leaves the work to it.",
      fix: "remove what waits from its top; or give it longer: --load-timeout 600, or optimize's loadTimeoutMs: 600_000.",
    });
    timer = setTimeout(reject, limit, error).unref(); // where nothing else is left to do, it waits for ever
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}
