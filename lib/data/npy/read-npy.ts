import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { assertWhole, decodeNpy, type NpyArray } from "./decode-npy.js";
import { headerRoom, type NpyLayout, parseNpyHeader } from "./parse-npy-header.js";
import { type OpenFile, withFile } from "./read-bytes.js";

/**
 * Reads a `.npy` file, as NumPy's `save` writes it: any shape, numbers, truth values or texts, either order of bytes.
 *
 * @throws UsageError when it is no such file, is cut short, or does not fit into memory
 */
export async function readNpy(path: string): Promise<NpyArray> {
  return withFile(path, (file) => {
    layoutOf(file); // what is cut short is refused before it is read
    assertFitsInMemory(path, 2 * file.size);
    const bytes = new Uint8Array(file.size);
    file.read(bytes, 0);
    return decodeNpy(bytes, path);
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
