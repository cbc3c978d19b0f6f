import { once } from "node:events";

/** What a promise comes to; undefined as soon as the signal is aborted, and what it comes to later nobody hears. */
export async function unlessAborted<T>(
  signal: AbortSignal | undefined,
  promise: Promise<T>,
): Promise<T | undefined> {
  if (signal === undefined) return promise;
  promise.catch(() => {});
  if (signal.aborted) return undefined;
  const settled = new AbortController();
  const aborted = once(signal, "abort", settled).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    settled.abort();
  }
}
