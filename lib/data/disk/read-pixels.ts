import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { UsageError } from "../../core/index.js";
import { type NpyType, npyHeader } from "../npy/npy-header.js";
import { numbersIn } from "./any-data-set.js";

/** Some samples' numbers as bytes, row after row. */
export type PixelReader = (indices: ArrayLike<number>) => Uint8Array;

/** Reads samples from one array, each from its place. */
export function arrayReader(
  path: string,
  type: NpyType,
  size: number,
  shape: readonly number[],
): PixelReader {
  const row = numbersIn(shape) * (type === "|u1" ? 1 : 4);
  const start = npyHeader(type, [size, ...shape]).length;
  return (indices) => {
    const bytes = new Uint8Array(indices.length * row);
    const file = openSync(path, "r");
    try {
      for (let i = 0; i < indices.length; i++) readSync(file, bytes, i * row, row, start + indices[i]! * row);
    } finally {
      closeSync(file);
    }
    return bytes;
  };
}

/** Reads samples from a picture each, as `encodePng` wrote them. */
export function pictureReader(
  folder: string,
  files: readonly string[],
  shape: readonly number[],
): PixelReader {
  const length = numbersIn(shape);
  return (indices) => {
    const bytes = new Uint8Array(indices.length * length);
    for (let i = 0; i < indices.length; i++)
      bytes.set(decodeOwnPng(join(folder, files[indices[i]!]!), shape), i * length);
    return bytes;
  };
}

/** The pixels begin after the signature, the header and the name of their chunk. */
const lengthAt = 33;

/** Our own files have one chunk of pixels and unfiltered rows, which any other program is free to do otherwise. */
function decodeOwnPng(path: string, [height, width, channels]: readonly number[]): Uint8Array {
  const file = readFileSync(path);
  const row = width! * channels!;
  try {
    const rows = inflateSync(file.subarray(lengthAt + 8, lengthAt + 8 + file.readUInt32BE(lengthAt)));
    const pixels = new Uint8Array(height! * row);
    if (rows.length !== height! * (row + 1)) throw new Error("another size");
    for (let y = 0; y < height!; y++) {
      if (rows[y * (row + 1)] !== 0) throw new Error("rows that are filtered");
      pixels.set(rows.subarray(y * (row + 1) + 1, (y + 1) * (row + 1)), y * row);
    }
    return pixels;
  } catch (cause) {
    throw new UsageError(
      {
        got: `${path} is not as writeDataSet wrote it (${(cause as Error).message}).`,
        expected: `a picture of ${height}×${width} pixels and ${channels} channels, untouched.`,
        fix: "read changed pictures by imagesFromFolder, or make the data set again.",
      },
      { cause },
    );
  }
}
