import { type core, data } from "deep-pessimist";

/** Every sample of a data set, row after row. */
export function everySample({ size, batch }: core.Dataset): ReturnType<core.Dataset["batch"]> {
  return batch(Uint32Array.from({ length: size }, (_, i) => i));
}

/** Data sets of the same shape and classes, one after the other, all in memory. */
export function inMemory(parts: readonly core.Dataset[]): core.Dataset {
  const batches = parts.map(everySample);
  const numbers = batches.reduce((sum, { x }) => sum + x.length, 0);
  const x = batches[0]!.x instanceof Uint8Array ? new Uint8Array(numbers) : new Float32Array(numbers);
  const labels = new Int32Array(parts.reduce((sum, { size }) => sum + size, 0));
  let [pixel, row] = [0, 0];
  for (const [i, part] of parts.entries()) {
    x.set(batches[i]!.x, pixel);
    labels.set(part.labels, row);
    pixel += batches[i]!.x.length;
    row += part.size;
  }
  const { shape, classes } = parts[0]!;
  return data.datasetFromArrays({ x, shape, labels, classes });
}
