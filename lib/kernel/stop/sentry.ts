import vm from "node:vm";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";

/** How the script below finds its function: a script has no closure. */
const key = Symbol.for("deep-pessimist.sentry");

const script = new vm.Script(`globalThis[Symbol.for("${key.description}")]()`, {
  filename: import.meta.filename,
});

/**
 * How many scripts lie one within the other. Each signal uses one up. A new one would be later than the call of a cell that
 * began meanwhile, and take the signals that are to end that call; so they are many, all from before the first cell.
 */
const layers = 50;

/**
 * A thread that does nothing but hear SIGINT. Node tells of a signal in the event loop of its own thread, which a cell may
 * keep for ever. But the engine ends whichever script was started last of those that may be interrupted: a call of
 * the cell's, while one is under way, or else the innermost that sleeps here.
 */
function keepWatch(port: MessagePort, asleep: Int32Array): void {
  let left = layers;
  let isReady = false;
  const watch = () => {
    try {
      script.runInThisContext({ breakOnSigint: true, displayErrors: false });
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
      port.postMessage("SIGINT");
    }
  };
  const within = () => {
    if (--left > 0) watch();
    else if (!isReady) port.postMessage("ready");
    isReady = true;
    Atomics.wait(asleep, 0, 0);
  };
  Object.defineProperty(globalThis, key, { value: within });
  for (; Atomics.load(asleep, 0) === 0; left = layers) watch();
}

if (parentPort !== null) keepWatch(parentPort, new Int32Array(workerData as SharedArrayBuffer));
