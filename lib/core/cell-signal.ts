/** The kernel gives the signal of the running cell under this symbol; where there is none, we are in a script. */
const hook: unique symbol = Symbol.for("deep-pessimist.signal") as never;

/** The signal that Stop aborts for the cell whose code runs, or undefined outside a notebook: the default of long work. */
export function cellSignal(): AbortSignal | undefined {
  return (globalThis as { [hook]?: AbortSignal })[hook];
}
