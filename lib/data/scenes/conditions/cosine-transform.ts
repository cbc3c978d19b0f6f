/** cos(kπ/16)/2 for k = 1 … 7, and √(1/8): written out, since platforms do not agree on the last bit of a cosine. */
const [c1, c2, c3, c4, c5, c6, c7] = [
  0.4903926402016152, 0.46193976625564337, 0.4157348061512726, 0.35355339059327373, 0.2777851165098011,
  0.19134171618254492, 0.09754516100806412,
] as const;

/** Row k is the k-th of the eight cosines of which any eight numbers are a sum. */
const basis = Float64Array.of(
  ...[c4, c4, c4, c4, c4, c4, c4, c4],
  ...[c1, c3, c5, c7, -c7, -c5, -c3, -c1],
  ...[c2, c6, -c6, -c2, -c2, -c6, c6, c2],
  ...[c3, -c7, -c1, -c5, c5, c1, c7, -c3],
  ...[c4, -c4, -c4, c4, c4, -c4, -c4, c4],
  ...[c5, -c1, c7, c3, -c3, -c7, c1, -c5],
  ...[c6, -c2, c2, -c6, -c6, c2, -c2, c6],
  ...[c7, -c5, c3, -c1, c1, -c3, c5, -c7],
);
const line = new Float64Array(8);

/** Replaces a block of 8 × 8 numbers by the coefficients of its cosines (the DCT of JPEG). */
export function cosineTransform(block: Float32Array): void {
  for (let i = 0; i < 8; i++) transformLine(block, i * 8, 1, 8, 1);
  for (let i = 0; i < 8; i++) transformLine(block, i, 8, 8, 1);
}

/** The inverse of `cosineTransform`: the same cosines, summed up again. */
export function inverseCosineTransform(block: Float32Array): void {
  for (let i = 0; i < 8; i++) transformLine(block, i, 8, 1, 8);
  for (let i = 0; i < 8; i++) transformLine(block, i * 8, 1, 1, 8);
}

/** Multiplies eight numbers, `step` apart, by the basis (`down` 8, `along` 1) or by its transpose (1, 8). */
function transformLine(block: Float32Array, start: number, step: number, down: number, along: number): void {
  for (let i = 0; i < 8; i++) line[i] = block[start + i * step]!;
  for (let k = 0; k < 8; k++) {
    let sum = 0;
    for (let i = 0; i < 8; i++) sum += basis[k * down + i * along]! * line[i]!;
    block[start + k * step] = sum;
  }
}
