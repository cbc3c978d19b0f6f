import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { assertWhole, decodeNpy, type NpyArray } from "./decode-npy.js";
import type { NpyData, NpyNumbers } from "./npy-types.js";
import { headerRoom, type NpyLayout, parseNpyHeader } from "./parse-npy-header.js";
import { type OpenFile, withFile } from "./read-bytes.js";

/**
 * Reads a `.npy` file, as NumPy's `save` writes it: any shape, either order of bytes.
 *
 * Taken as numbers; an array of texts is read by `readNpy<string[]>(path)`.
 *
 * @throws UsageError when it is no such file, is cut short, or does not fit into memory
 */
export async function readNpy<Data extends NpyData = NpyNumbers>(path: string): Promise<NpyArray<Data>> {
  return withFile(path, (file) => {
    layoutOf(file); // what is cut short is refused before it is read
    assertFitsInMemory(path, 2 * file.size);
    const bytes = new Uint8Array(file.size);
    file.read(bytes, 0);
    return decodeNpy(bytes, path) as NpyArray<Data>;
  });
}

/** The header of a `.npy` file whose numbers are all there. */
export function layoutOf(file: OpenFile): NpyLayout {
  const beginning = new Uint8Array(Math.min(file.size, headerRoom));
  file.read(beginning, 0);
  const layout = parseNpyHeader(beginning, file.path);
  assertWhole(layout, file.size, file.path);
  return layout;
}
