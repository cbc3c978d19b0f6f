import { Worker } from "node:worker_threads";

/** Text, for this thread must start without the loaders that the process has. */
const thread = `
  const { workerData: parent } = require("node:worker_threads");
  const isThere = () => {
    try {
      process.kill(parent, 0);
      return process.ppid === parent;
    } catch {
      return false;
    }
  };
  setInterval(() => isThere() || process.kill(process.pid, "SIGKILL"), 1000);
`;

/**
 * Ends this process within a second of its parent, whatever it does: an endless loop hears of nothing else.
 *
 * @param parent - the parent's number
 */
export function watchParent(parent: number): void {
  const watch = new Worker(thread, { eval: true, workerData: parent, execArgv: [] });
  watch.on("error", () => {}); // without it, the parent's end is heard when the process next rests
  watch.unref();
}
