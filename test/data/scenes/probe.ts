import type { Dataset } from "../../../lib/core/index.js";
import { ridgeRegression } from "./shortcut-classifier.js";

const cells = 8;
const directions = 8;
/** Edges weaker than this count for little: like any network, the probe sees less where there is less contrast. */
const floor = 150_000;

/**
 * Histograms of gradients: in each of 8 × 8 cells, how strong edges are in each of eight directions, for brightness, by
 * the root of the cell's energy. Image of bytes, shape [size, size, 3].
 *
 * @see N. Dalal and B. Triggs, "Histograms of Oriented Gradients for Human Detection" (2005)
 */
export function gradientHistograms(image: ArrayLike<number>, size: number): Float32Array {
  const brightness = new Float32Array(size * size);
  for (let i = 0; i < brightness.length; i++)
    brightness[i] = 0.3 * image[i * 3]! + 0.59 * image[i * 3 + 1]! + 0.11 * image[i * 3 + 2]!;
  const features = new Float32Array(cells * cells * directions);
  const energy = new Float32Array(cells * cells).fill(floor);
  for (let row = 1; row < size - 1; row++)
    for (let column = 1; column < size - 1; column++) {
      const at = row * size + column;
      const dx = brightness[at + 1]! - brightness[at - 1]!;
      const dy = brightness[at + size]! - brightness[at - size]!;
      const squared = dx * dx + dy * dy;
      const cell = Math.floor((row * cells) / size) * cells + Math.floor((column * cells) / size);
      const bin = cell * directions + directionOf(dx, dy);
      features[bin] = features[bin]! + Math.sqrt(squared);
      energy[cell] = energy[cell]! + squared;
    }
  return features.map((value, i) => value / Math.sqrt(energy[Math.floor(i / directions)]!));
}

/** Which eighth of the half turn a gradient points to: 0 is level, 4 upright. */
function directionOf(dx: number, dy: number): number {
  const [x, y] = dy < 0 || (dy === 0 && dx < 0) ? [-dx, -dy] : [dx, dy];
  const steep = y > Math.abs(x);
  const slope = steep ? Math.abs(x) / y : y / Math.max(Math.abs(x), 1e-9);
  const eighth = slope < 0.4142 ? 0 : 1;
  const inQuarter = steep ? 3 - eighth : eighth;
  return x >= 0 ? inQuarter : 7 - inQuarter;
}

/** A function that scores the images of a data set: above 0 for a person. */
export type Probe = (dataset: Dataset) => number[];

/** Trains a linear classifier on gradients, once; it sees no image but those of `dataset`. */
export function trainProbe(dataset: Dataset): Probe {
  const score = ridgeRegression(featuresOf(dataset), dataset.labels, 3);
  return (other) => featuresOf(other).map(score);
}

function featuresOf(dataset: Dataset): Float32Array[] {
  const size = dataset.shape[0]!;
  const pixels = size * size * 3;
  const { x } = dataset.batch(Array.from({ length: dataset.size }, (_, i) => i));
  return Array.from({ length: dataset.size }, (_, i) =>
    gradientHistograms(x.subarray(i * pixels, (i + 1) * pixels), size),
  );
}
