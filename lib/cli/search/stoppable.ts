import { constants } from "node:os";

/** Does something that the first Ctrl-C stops, so that it hands back what runs; a second one ends the process at once. */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const hear = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
    console.error("Stopping: the same command goes on later. Ctrl-C again ends it at once.");
    stop.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hear);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of signals) process.off(signal, hear);
  }
}
