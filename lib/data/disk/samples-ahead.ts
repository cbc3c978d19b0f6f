import { subset } from "../splits/subset.js";
import { originOf } from "../streaming/recipe.js";
import { streamBatches } from "../streaming/stream-batches.js";
import type { AnyDataSet } from "./any-data-set.js";

type Batches = AsyncGenerator<{ x: Float32Array | Uint8Array }, void, void>;

/** The samples of a data set in order, made ahead in threads while those before them are written. */
export class SamplesAhead {
  readonly #dataset: AnyDataSet;
  readonly #rows: number;
  readonly #workers: number;
  #batches: Batches | undefined;
  #next = 0;

  /** `rows` samples come at a time, and `workers` threads make them, where threads can. */
  constructor(dataset: AnyDataSet, rows: number, workers: number) {
    this.#dataset = dataset;
    this.#rows = rows;
    this.#workers = originOf(dataset) === undefined ? 0 : workers;
  }

  /** The samples from `start`. Going on where the last call ended costs no waiting. */
  async from(start: number): Promise<Float32Array | Uint8Array> {
    if (this.#batches === undefined || this.#next !== start) {
      await this.close();
      this.#batches = this.#stream(start);
    }
    this.#next = start + this.#rows;
    const { value } = await this.#batches.next();
    return value!.x;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#batches?.return();
    this.#batches = undefined;
  }

  #stream(start: number): Batches {
    const left = this.#dataset.size - start;
    const rest = subset(
      this.#dataset,
      Uint32Array.from({ length: left }, (_, i) => start + i),
    );
    // A thread takes longer to start than a chunk takes to be made.
    const workers = left > 2 * this.#rows ? this.#workers : 0;
    const settings = { workers, batchSize: this.#rows, shuffle: false, prefetch: workers + 1 };
    return streamBatches(rest, settings);
  }
}
