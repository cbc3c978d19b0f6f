const events = ["uncaughtException", "unhandledRejection"] as const;

/**
 * Runs `start` and takes away the process-wide error listeners that it leaves behind.
 *
 * Emscripten's loader listens to uncaught errors and throws them again, which would end a notebook's kernel at the
 * first unhandled rejection, and hide the error's place in a script.
 */
export async function withoutNewListeners<Result>(start: () => Promise<Result>): Promise<Result> {
  const before = events.map((event) => new Set<unknown>(process.rawListeners(event)));
  try {
    return await start();
  } finally {
    for (const [i, event] of events.entries())
      for (const listener of process.rawListeners(event))
        if (!before[i]!.has(listener)) process.removeListener(event, listener as () => void);
  }
}
