import { setTimeout } from "node:timers/promises";

/** Does something that a server must answer, again every second while it does not, until the signal is aborted. */
export async function persistently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw error;
      await setTimeout(1000, undefined, { signal });
    }
}

/** Does something every so many milliseconds, whether or not it works, until the signal is aborted. */
export async function repeatedly(
  work: () => Promise<unknown>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted)
    try {
      await setTimeout(milliseconds, undefined, { signal });
      await work();
    } catch {}
}
