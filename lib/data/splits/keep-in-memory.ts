import type { Dataset } from "../../core/index.js";
import { checkIndices } from "../check-values.js";

/**
 * The same data set, which remembers each sample once it has been asked for: drawn or read in the first epoch,
 * copied in the others. It takes size × pixels bytes (four times as many for `Float32Array` pixels).
 */
export function keepInMemory(dataset: Dataset): Dataset {
  const length = dataset.shape.reduce((product, side) => product * side, 1);
  let kept: Float32Array | Uint8Array | undefined;
  const isKept = new Uint8Array(dataset.size);
  return {
    size: dataset.size,
    shape: dataset.shape,
    classes: dataset.classes,
    // Not copied at once: some data sets compute these when they are first asked for.
    get labels() {
      return dataset.labels;
    },
    get ids() {
      return dataset.ids;
    },
    get tags() {
      return dataset.tags;
    },
    batch(indices) {
      checkIndices("batch", indices, dataset.size);
      const missing = Array.from(new Set(Array.from(indices))).filter((index) => isKept[index] === 0);
      if (missing.length > 0 || kept === undefined) {
        const { x } = dataset.batch(missing);
        kept ??= likeOf(x, dataset.size * length);
        for (const [i, index] of missing.entries()) {
          kept.set(x.subarray(i * length, (i + 1) * length), index * length);
          isKept[index] = 1;
        }
      }
      const x = likeOf(kept, indices.length * length);
      for (let i = 0; i < indices.length; i++)
        x.set(kept.subarray(indices[i]! * length, (indices[i]! + 1) * length), i * length);
      return { x, shape: [indices.length, ...dataset.shape] };
    },
  };
}

function likeOf(pixels: Float32Array | Uint8Array, length: number): Float32Array | Uint8Array {
  return pixels instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
}
