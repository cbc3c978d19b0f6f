import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { checkCount } from "../check-values.js";

/** Options for {@link contactSheet}. */
export interface ContactSheetOptions {
  /** Images in a row; defaults to as many as make the sheet about square. */
  columns?: number;
  /** Screen pixels per image pixel, 1 … 16; defaults to 1. */
  scale?: number;
  /** White pixels between images; defaults to 2. */
  gap?: number;
}

/** A picture in memory: bytes of shape [height, width, 3]. */
export interface RgbImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Images of a data set side by side, as one picture: the first rule is to look at the data.
 *
 * Grey images become grey RGB; `Float32Array` pixels are stretched from the sheet's smallest value to its greatest.
 *
 * @param indices - rows of the data set, from left to right and from top to bottom
 * @throws UsageError when the samples are no images of 1 or 3 channels
 * @example
 * const { width, height } = contactSheet(makeScenes(100), [0, 1, 2, 3]);
 * [width, height]; // [66, 66]
 */
export function contactSheet(
  dataset: Pick<Dataset, "shape" | "batch">,
  indices: ArrayLike<number>,
  options: ContactSheetOptions = {},
): RgbImage {
  checkOptions("contactSheet", options, ["columns", "scale", "gap"]);
  const { columns = Math.max(1, Math.ceil(Math.sqrt(indices.length))), scale = 1, gap = 2 } = options;
  checkCount("columns", columns, 1, 1000);
  checkCount("scale", scale, 1, 16);
  checkCount("gap", gap, 0, 100);
  const [rows, side, channels] = imageShape(dataset.shape);
  if (indices.length === 0)
    throw new UsageError({
      got: "contactSheet got no indices.",
      expected: "at least one row of the data set.",
      fix: "pass [0, 1, 2, 3].",
    });
  const bytes = toBytes(dataset.batch(indices).x);
  const lines = Math.ceil(indices.length / columns);
  const width = columns * side * scale + (columns - 1) * gap;
  const height = lines * rows * scale + (lines - 1) * gap;
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (let i = 0; i < indices.length; i++) {
    const left = (i % columns) * (side * scale + gap);
    const top = Math.floor(i / columns) * (rows * scale + gap);
    for (let y = 0; y < rows * scale; y++)
      for (let x = 0; x < side * scale; x++) {
        const from = ((i * rows + Math.floor(y / scale)) * side + Math.floor(x / scale)) * channels;
        const to = ((top + y) * width + left + x) * 3;
        for (let channel = 0; channel < 3; channel++)
          pixels[to + channel] = bytes[from + Math.min(channel, channels - 1)]!;
      }
  }
  return { pixels, width, height };
}

function imageShape(shape: readonly number[]): [height: number, width: number, channels: number] {
  const [height, width, channels] = shape;
  if (shape.length === 3 && (channels === 1 || channels === 3)) return [height!, width!, channels];
  throw new UsageError({
    got: `samples of shape [${shape.join(", ")}].`,
    expected: "images: [height, width, 1] or [height, width, 3].",
    fix: "look at a table with console.table instead.",
  });
}

function toBytes(x: Float32Array | Uint8Array): Uint8Array {
  if (x instanceof Uint8Array) return x;
  const low = x.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = x.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const range = high > low ? high - low : 1;
  return Uint8Array.from(x, (value) => Math.round(((value - low) / range) * 255));
}
