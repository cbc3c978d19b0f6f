import { UsageError, writeAtomically } from "../../core/index.js";
import { npyBytes } from "./write-npy.js";
import { writeZip } from "./zip.js";

/** An array to store; without a shape it has one axis. */
export interface ArrayToStore {
  readonly data: Uint8Array | Int32Array | Float32Array;
  readonly shape?: readonly number[];
}

/**
 * Writes arrays as a `.npz` file, whole or not at all; in Python `numpy.load(path)["x"]` reads the one named x.
 *
 * @throws UsageError where a shape has another number of numbers, there are 4 GB or more, or the file cannot be written
 */
export async function writeNpz(path: string, arrays: Readonly<Record<string, ArrayToStore>>): Promise<void> {
  const wrong = Object.keys(arrays).find((name) => name === "" || /[\\/]/.test(name));
  if (wrong !== undefined)
    throw new UsageError({
      got: `an array named ${JSON.stringify(wrong)}.`,
      expected: "names without slashes: each is a file in the archive.",
      fix: "call it x, y, labels, …",
    });
  const entries = Object.entries(arrays).map(([name, { data, shape }]) => ({
    name: `${name}.npy`,
    bytes: npyBytes(data, shape),
  }));
  await writeAtomically(path, writeZip(entries));
}
