import { type Dataset, encodePng } from "../../core/index.js";
import { type NpyType, npyHeader } from "../npy/npy-header.js";
import { type AnyDataSet, numbersIn } from "./any-data-set.js";
import type { DataSetFormat } from "./record.js";

/** Bytes that belong at one place of one file. */
export interface Part {
  /** From the data set's folder, with forward slashes. */
  readonly path: string;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Where a part lies; without a length it is all of the file. */
export interface Place {
  readonly path: string;
  readonly at: number;
  readonly length?: number;
}

/** How one split's pixels are laid out in files. Parts and places come in the same order, file after file. */
export interface PixelFiles {
  /** Folders that must be there first, from the data set's folder. */
  readonly folders: readonly string[];
  /** Room that the files take, in bytes; for pictures at most. */
  readonly bytes: number;
  /** Each sample's file, from the split's folder; undefined where they share one. */
  readonly files?: readonly string[];
  /** The samples from `start` as they go to disk. */
  parts(start: number, x: Float32Array | Uint8Array): Part[];
  /** Where those of `count` samples lie. */
  places(start: number, count: number): Place[];
}

/** How the pixels of a split are laid out. */
export function pixelFiles(
  split: string,
  dataset: AnyDataSet,
  format: DataSetFormat,
  type: NpyType,
): PixelFiles {
  return format === "npy" ? oneArray(split, dataset, type) : onePictureEach(split, dataset as Dataset);
}

function oneArray(split: string, { size, shape }: AnyDataSet, type: NpyType): PixelFiles {
  const path = `${split}/x.npy`;
  const header = npyHeader(type, [size, ...shape]);
  const row = numbersIn(shape) * (type === "|u1" ? 1 : 4);
  const at = (start: number): number => (start === 0 ? 0 : header.length + start * row);
  return {
    folders: [split],
    bytes: header.length + size * row,
    parts(start, x) {
      const pixels = new Uint8Array(x.buffer, x.byteOffset, x.byteLength);
      return [{ path, at: at(start), bytes: start === 0 ? Buffer.concat([header, pixels]) : pixels }];
    },
    places: (start, count) => [{ path, at: at(start), length: at(start + count) - at(start) }],
  };
}

/** What a file takes on disk is a whole number of these. */
const block = 4096;

function onePictureEach(split: string, { size, shape, labels, classes }: Dataset): PixelFiles {
  const [height, width, channels] = shape as [number, number, number];
  const length = numbersIn(shape);
  const digits = Math.max(6, String(size - 1).length);
  const files = Array.from(
    labels,
    (label, row) => `${classes[label]}/${String(row).padStart(digits, "0")}.png`,
  );
  const path = (row: number): string => `${split}/${files[row]}`;
  return {
    folders: [split, ...classes.map((name) => `${split}/${name}`)],
    bytes: size * Math.ceil((length + 100) / block) * block,
    files,
    parts: (start, x) =>
      Array.from({ length: x.length / length }, (_, i) => ({
        path: path(start + i),
        at: 0,
        bytes: encodePng((x as Uint8Array).subarray(i * length, (i + 1) * length), width, height, {
          channels,
          level: 6,
        }),
      })),
    places: (start, count) => Array.from({ length: count }, (_, i) => ({ path: path(start + i), at: 0 })),
  };
}
