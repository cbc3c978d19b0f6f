import { createHash } from "node:crypto";
import type { Samples } from "../../core/index.js";
import { greyThumbnail } from "./grey-thumbnail.js";
import { perceptualHash } from "./perceptual-hash.js";

/** Samples read at a time, and the side of the pictures that are kept to compare. */
const atOnce = 256;
const side = 16;

/** What is kept of each sample: enough to find its copies, and little enough for a million. */
export interface Fingerprints {
  /** A hash of each sample's very bytes. */
  readonly exact: readonly string[];
  /** Perceptual hashes, shape [samples, 2]; undefined where samples are no images. */
  readonly hashes?: Uint32Array;
  /** How alike two images look: the correlation of their brightness, −1 … 1. */
  likeness(a: number, b: number): number;
}

/** Reads every sample once. */
export function fingerprints(parts: readonly Samples[], images: boolean): Fingerprints {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const exact: string[] = [];
  const hashes = new Uint32Array(images ? 2 * size : 0);
  const looks = new Int8Array(images ? size * side * side : 0);
  for (const part of parts)
    for (let start = 0; start < part.size; start += atOnce) {
      const rows = Array.from({ length: Math.min(atOnce, part.size - start) }, (_, i) => start + i);
      const { x } = part.batch(rows);
      const length = x.length / rows.length;
      for (let i = 0; i < rows.length; i++) {
        const sample = x.subarray(i * length, (i + 1) * length);
        const row = exact.length;
        exact.push(hashOf(sample));
        if (!images) continue;
        hashes.set(perceptualHash(sample, part.shape), 2 * row);
        looks.set(
          standardized(greyThumbnail(sample, part.shape as [number, number, number], side)),
          row * side ** 2,
        );
      }
    }
  const likeness = (a: number, b: number): number => {
    let [dot, lengthA, lengthB] = [0, 0, 0];
    for (let i = 0; i < side * side; i++) {
      const [one, other] = [looks[a * side * side + i]!, looks[b * side * side + i]!];
      dot += one * other;
      lengthA += one * one;
      lengthB += other * other;
    }
    return lengthA * lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB);
  };
  return { exact, likeness, ...(images && { hashes }) };
}

function hashOf({ buffer, byteOffset, byteLength }: Float32Array | Uint8Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return createHash("sha256").update(bytes).digest("base64").slice(0, 22);
}

/** Without mean, in −127 … 127: brightness and contrast do not count. A single colour is all zeros. */
function standardized(grey: Float32Array): Float32Array {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const most = grey.reduce((max, value) => Math.max(max, Math.abs(value - mean)), 0);
  return grey.map((value) => (most < 1e-6 ? 0 : Math.round((127 * (value - mean)) / most)));
}
