import type { Worker } from "node:worker_threads";
import { type Delivery, type Order, unpackError } from "./messages.js";
import type { Recipe } from "./recipe.js";
import { startWorker } from "./start-worker.js";

/** A batch's samples, as `batch` of the data set gives them. */
export interface Drawn {
  readonly x: Float32Array | Uint8Array;
  readonly shape: number[];
}

interface Promised {
  resolve(drawn: Drawn): void;
  reject(error: unknown): void;
}

interface Hand {
  readonly worker: Worker;
  readonly promised: Map<number, Promised>;
  /** Why the thread has ended, if it has. */
  failure?: unknown;
}

/** Threads that draw batches of one data set. They keep the process alive only while somebody waits for a batch. */
export class BatchWorkers {
  readonly #hands: Hand[];
  #orders = 0;

  constructor(recipe: Recipe, count: number) {
    this.#hands = Array.from({ length: count }, () => employ(recipe));
  }

  /** Orders the rows of a batch from the thread that has least to do. */
  order(rows: Uint32Array): Promise<Drawn> {
    const hand = this.#hands.reduce((a, b) => (b.promised.size < a.promised.size ? b : a));
    if (hand.failure !== undefined) return Promise.reject(hand.failure);
    const id = this.#orders++;
    const drawn = new Promise<Drawn>((resolve, reject) => hand.promised.set(id, { resolve, reject }));
    hand.worker.ref();
    hand.worker.postMessage({ id, rows } satisfies Order);
    return drawn;
  }

  /** Ends the threads, whatever they are doing; what was ordered is never delivered. */
  async close(): Promise<void> {
    for (const { promised, worker } of this.#hands) {
      promised.clear();
      worker.ref(); // or the process could end while the caller still waits here
    }
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }
}

function employ(recipe: Recipe): Hand {
  const worker = startWorker(recipe);
  const promised = new Map<number, Promised>();
  const hand: Hand = { worker, promised };
  const fail = (error: unknown): void => {
    hand.failure ??= error;
    for (const { reject } of promised.values()) reject(error);
    promised.clear();
  };
  worker.on("message", (delivery: Delivery) => {
    const waiting = promised.get(delivery.id);
    if (waiting === undefined) return; // the stream was left, and its end is being waited for
    promised.delete(delivery.id);
    if (promised.size === 0) worker.unref();
    if ("error" in delivery) waiting.reject(unpackError(delivery.error));
    else waiting.resolve({ x: delivery.x, shape: delivery.shape });
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`a worker that draws batches ended with code ${code}.`)));
  worker.unref();
  return hand;
}
