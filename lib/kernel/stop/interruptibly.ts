import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { Interrupted } from "../errors/interrupted.js";
import { markTensors } from "./mark-tensors.js";

/** How the script below finds its work: a script has no closure. */
const workKey = Symbol.for("deep-pessimist.work");

const script = new vm.Script(`globalThis[Symbol.for("${workKey.description}")]()`, {
  filename: fileURLToPath(import.meta.url),
});

/**
 * Calls a function that a signal can end, whatever it calls and however long that never yields. The engine offers this
 * for scripts alone. Where `finally` does not run, tensors of its own are freed all the same.
 *
 * @throws Interrupted, or whatever the function throws
 */
export function interruptibly<Result>(work: () => Result): Result {
  const freeTensors = markTensors();
  Object.defineProperty(globalThis, workKey, { value: work, configurable: true });
  try {
    return script.runInThisContext({ breakOnSigint: true, displayErrors: false });
  } catch (error) {
    if ((error as { code?: string } | null)?.code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
    freeTensors();
    throw new Interrupted();
  }
}
