import { type RandomSource, randomSource } from "../../core/index.js";

/** Whose chance it is: the op at `place` in the list, working on sample `index` in `epoch`. */
export interface StreamAddress {
  readonly seed: number;
  readonly epoch: number;
  readonly index: number;
  readonly place: number;
  readonly name: string;
}

/**
 * A stream for one op on one sample in one epoch, whatever else is in the batch.
 *
 * It is begun by the first draw: to begin one takes longer than to flip a small picture.
 */
export function opStream({ seed, epoch, index, place, name }: StreamAddress): RandomSource {
  let source: RandomSource | undefined;
  return () => {
    source ??= randomSource(seed, "augment", epoch, index, place, name);
    return source();
  };
}
