const methods = ["on", "once", "addListener", "prependListener", "prependOnceListener"] as "on"[];

/**
 * Lets no code of a cell listen to SIGINT in the kernel's own thread: that would take the signal from who stops cells. To
 * hear of Stop, code listens to the cell's signal.
 */
export function keepSignals(): void {
  for (const name of methods) {
    const original = process[name] as (event: string, listener: () => void) => NodeJS.Process;
    process[name] = ((event: string, listener: () => void) =>
      event === "SIGINT" ? process : original.call(process, event, listener)) as never;
  }
}
