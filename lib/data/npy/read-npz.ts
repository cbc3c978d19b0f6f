import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { decodeNpy, type NpyArray } from "./decode-npy.js";
import type { NpyData, NpyNumbers } from "./npy-types.js";
import { withFile } from "./read-bytes.js";
import { readZip } from "./zip.js";

/**
 * Reads the arrays of a `.npz` file, as NumPy's `savez` and `savez_compressed` write it, by name.
 *
 * Taken as numbers; where there are texts among them, say so by `readNpz<NpyData>(path)`.
 *
 * @throws UsageError when it is no such file, is cut short or damaged, or does not fit into memory
 */
export async function readNpz<Data extends NpyData = NpyNumbers>(
  path: string,
): Promise<Record<string, NpyArray<Data>>> {
  const bytes = withFile(path, (file) => {
    assertFitsInMemory(path, 2 * file.size);
    const whole = new Uint8Array(file.size);
    file.read(whole, 0);
    return whole;
  });
  const entries = readZip(bytes, path);
  return Object.fromEntries(
    entries.map((entry) => [
      entry.name.replace(/\.npy$/, ""),
      decodeNpy(entry.bytes, `${path}, ${entry.name}`) as NpyArray<Data>,
    ]),
  );
}
