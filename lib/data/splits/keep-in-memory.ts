import { copiesFromMemory, type Dataset, type RegressionDataset } from "../../core/index.js";
import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { checkIndices } from "../check-values.js";
import { inheritOrigin } from "../streaming/recipe.js";
import { type SameKind, withBatch } from "./same-kind.js";

/**
 * The same data set, which remembers each sample once it has been asked for: drawn or read in the first epoch,
 * copied in the others. It takes size × pixels bytes (four times as many for `Float32Array` pixels).
 *
 * @throws UsageError when that is more than is free: it says how much is needed
 */
export function keepInMemory<D extends Dataset | RegressionDataset>(dataset: D): SameKind<D> {
  const length = dataset.shape.reduce((product, side) => product * side, 1);
  assertFitsInMemory("keepInMemory", dataset.size * length); // as bytes; as floats, once it is known that they are
  let kept: Float32Array | Uint8Array | undefined;
  const isKept = new Uint8Array(dataset.size);
  const batch: D["batch"] = (indices) => {
    checkIndices("batch", indices, dataset.size);
    const missing = Array.from(new Set(Array.from(indices))).filter((index) => isKept[index] === 0);
    if (missing.length > 0 || kept === undefined) {
      const { x } = dataset.batch(missing);
      if (kept === undefined) {
        assertFitsInMemory("keepInMemory", dataset.size * length * x.BYTES_PER_ELEMENT);
        kept = likeOf(x, dataset.size * length);
      }
      for (const [i, index] of missing.entries()) {
        kept.set(x.subarray(i * length, (i + 1) * length), index * length);
        isKept[index] = 1;
      }
    }
    const x = likeOf(kept, indices.length * length);
    for (let i = 0; i < indices.length; i++)
      x.set(kept.subarray(indices[i]! * length, (indices[i]! + 1) * length), i * length);
    return { x, shape: [indices.length, ...dataset.shape] };
  };
  const isComplete = () => !isKept.includes(0);
  return inheritOrigin(withBatch(dataset, copiesFromMemory(batch, isComplete)), dataset);
}

function likeOf(pixels: Float32Array | Uint8Array, length: number): Float32Array | Uint8Array {
  return pixels instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
}
