import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";
import { cosineTransform, inverseCosineTransform } from "./cosine-transform.js";

/** What the JPEG standard divides the 64 coefficients of brightness by, at quality 50 (ITU-T T.81, table K.1). */
const divisors = Float32Array.of(
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56],
  ...[14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
);

const planes = [new Float32Array(64), new Float32Array(64), new Float32Array(64)] as const;

/** Stores the picture as a JPEG file does, and reads it back: brightness and two colours, in blocks of 8 × 8 pixels. */
function compress(bytes: Uint8Array, size: number, severity: number): void {
  const coarseness = atSeverity(severity, [1.2, 2.4, 4, 6.5, 10]);
  const brightnessSteps = divisors.map((divisor) => divisor * coarseness);
  // Colours are stored more coarsely than brightness: nobody sees them as sharply.
  const colourSteps = divisors.map((divisor) => divisor * coarseness * 1.6);
  for (let top = 0; top < size; top += 8)
    for (let left = 0; left < size; left += 8) {
      readBlock(bytes, size, top, left, planes);
      storePlane(planes[0], brightnessSteps);
      storePlane(planes[1], colourSteps);
      storePlane(planes[2], colourSteps);
      writeBlock(bytes, size, top, left, planes);
    }
}

/** Rounds a block's coefficients to whole steps: that is what a JPEG file loses. */
function storePlane(plane: Float32Array, steps: Float32Array): void {
  cosineTransform(plane);
  // No Math.round: its branches, which nothing predicts, would take most of the time.
  for (let k = 0; k < 64; k++) plane[k] = Math.floor(plane[k]! / steps[k]! + 0.5) * steps[k]!;
  inverseCosineTransform(plane);
}

type Planes = readonly [brightness: Float32Array, blue: Float32Array, red: Float32Array];

/** One block as brightness and colour differences; beyond the edge the last pixels are repeated. */
function readBlock(bytes: Uint8Array, size: number, top: number, left: number, [y, cb, cr]: Planes): void {
  for (let k = 0; k < 64; k++) {
    const row = Math.min(size - 1, top + (k >> 3));
    const column = Math.min(size - 1, left + (k & 7));
    const at = (row * size + column) * 3;
    const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
    const brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
    y[k] = brightness - 128;
    cb[k] = (blue - brightness) * 0.564;
    cr[k] = (red - brightness) * 0.713;
  }
}

function writeBlock(bytes: Uint8Array, size: number, top: number, left: number, [y, cb, cr]: Planes): void {
  for (let k = 0; k < 64; k++) {
    const row = top + (k >> 3);
    const column = left + (k & 7);
    if (row >= size || column >= size) continue;
    const at = (row * size + column) * 3;
    const brightness = y[k]! + 128;
    bytes[at] = toByte(brightness + 1.402 * cr[k]!);
    bytes[at + 1] = toByte(brightness - 0.344 * cb[k]! - 0.714 * cr[k]!);
    bytes[at + 2] = toByte(brightness + 1.772 * cb[k]!);
  }
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5;
}

/** A file that was made too small: blocks, ringing and blotches of colour. */
export const compression: ConditionKind = { store: compress };
