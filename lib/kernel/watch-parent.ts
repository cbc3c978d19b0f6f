const everyMs = 1000;

/** Ends the kernel when the server that started it has died without saying so. */
export function watchParent(stop: () => void): void {
  const parent = process.ppid;
  if (String(parent) !== process.env.JPY_PARENT_PID) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, everyMs);
  watch.unref();
}
