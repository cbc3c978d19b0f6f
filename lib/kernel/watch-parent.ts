const everyMs = 1000;
const patienceMs = 3000;

/**
 * Ends the process when the server that started it has died without saying so: first as a server would, then by force,
 * for a cell may keep the kernel's own thread.
 *
 * @param parent - whose child the process was when it began: the server may have died before this is called
 */
export function watchParent(parent: number): void {
  if (String(parent) !== process.env.JPY_PARENT_PID) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    setTimeout(() => process.kill(process.pid, "SIGKILL"), patienceMs);
    process.kill(process.pid, "SIGTERM");
  }, everyMs);
  watch.unref();
}
