import { cellContext } from "./cells/cell.js";

/** The key of the signal that Stop aborts for the cell in whose code one is; absent outside a notebook. */
const signalKey = Symbol.for("deep-pessimist.signal");

/** Lets the library's long work hear of Stop without being handed a signal. */
export function installSignal(): void {
  Object.defineProperty(globalThis, signalKey, {
    get: () => cellContext.getStore()?.signal,
    configurable: true,
  });
}
