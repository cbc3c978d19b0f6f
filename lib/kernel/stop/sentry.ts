import vm from "node:vm";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";

/** How the scripts below find their functions: a script has no closure. */
const key = Symbol.for("deep-pessimist.sentry");

const filename = import.meta.filename;
const rest = new vm.Script(`globalThis[Symbol.for("${key.description}")].sleep()`, { filename });
const listen = new vm.Script(`globalThis[Symbol.for("${key.description}")].listen()`, { filename });

/**
 * A thread that does nothing but hear SIGINT. Node tells of a signal in the event loop of its own thread, which a cell may
 * keep for ever. But the engine ends whichever script was started last of those that may be interrupted: a call of
 * the cell's, while one is under way, or else the one that sleeps here.
 */
function keepWatch(port: MessagePort, asleep: Int32Array): void {
  const heard = () => port.postMessage("SIGINT");
  const sleep = () => Atomics.wait(asleep, 0, 0);
  const ends = (script: vm.Script): boolean => {
    try {
      script.runInThisContext({ breakOnSigint: true, displayErrors: false });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
      heard();
      return false;
    }
  };
  // One script within the other: a second signal finds somebody listening while the first is told of.
  const watch = () => {
    while (!ends(rest));
  };
  Object.defineProperty(globalThis, key, { value: { sleep, listen: watch } });
  port.postMessage("ready");
  while (!ends(listen));
}

if (parentPort !== null) keepWatch(parentPort, new Int32Array(workerData as SharedArrayBuffer));
