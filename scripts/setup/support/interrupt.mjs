/**
 * A signal that Ctrl-C and `kill` abort: the running step stops, the lock is given back, and the next set-up
 * goes on from there.
 *
 * @returns {{ signal: AbortSignal, restore: () => void }} `restore` hands the keys back to whoever comes next
 */
export function abortOnInterrupt() {
  const controller = new AbortController();
  const names = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const abort = () => controller.abort();
  for (const name of names) process.on(name, abort);
  return {
    signal: controller.signal,
    restore: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}
