import { permutation, randomSource } from "../../core/index.js";

/** Which samples make a batch, and when. */
export interface BatchRows {
  /** 1 for the first pass over the samples. */
  readonly epoch: number;
  /** 0 for the first batch of all; it counts on through the epochs. */
  readonly step: number;
  readonly indices: Uint32Array;
}

/** The batches of some epochs: a new order each, the same as `fit`'s for the same seed. The last may be smaller. */
export function* batchRows(
  size: number,
  { batchSize, epochs, shuffle, seed }: { batchSize: number; epochs: number; shuffle: boolean; seed: number },
): Generator<BatchRows> {
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffle
      ? permutation(size, randomSource(seed, "order", epoch))
      : Uint32Array.from({ length: size }, (_, i) => i);
    for (let start = 0; start < size; start += batchSize)
      yield { epoch, step: step++, indices: order.slice(start, start + batchSize) };
  }
}
