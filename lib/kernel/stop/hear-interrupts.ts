import { Worker } from "node:worker_threads";

/** Listens to SIGINT until it is closed. */
export interface Interrupts {
  /** Settles when no signal passes unheard any more. */
  ready: Promise<void>;
  close(): void;
}

/** Calls a function at each SIGINT that no call of a cell has taken; also while a cell keeps the kernel's own thread. */
export function hearInterrupts(take: () => void): Interrupts {
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  const sentry = new Worker(new URL("./sentry.js", import.meta.url), { workerData: asleep.buffer });
  const ready = new Promise<void>((resolve, reject) => {
    sentry.once("message", () => {
      sentry.on("message", take);
      resolve();
    });
    sentry.once("error", reject);
  });
  return {
    ready,
    close() {
      Atomics.store(asleep, 0, 1);
      Atomics.notify(asleep, 0);
    },
  };
}
