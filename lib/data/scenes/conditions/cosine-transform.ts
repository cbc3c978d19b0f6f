/** cos(kπ/16)/2 for k = 1 … 7: written out, since platforms do not agree on the last bit of a cosine. */
const [c1, c2, c3, c4, c5, c6, c7] = [
  0.4903926402016152, 0.46193976625564337, 0.4157348061512726, 0.35355339059327373, 0.2777851165098011,
  0.19134171618254492, 0.09754516100806412,
] as const;

/**
 * Replaces a block of 8 × 8 numbers by the coefficients of its cosines (the DCT of JPEG).
 *
 * @see W. Chen, C. Smith and S. Fralick, "A Fast Computational Algorithm for the Discrete Cosine Transform" (1977), for
 *   the sums and differences that halve the work
 */
export function cosineTransform(block: Float32Array): void {
  for (let i = 0; i < 64; i += 8) transformLine(block, i, 1);
  for (let i = 0; i < 8; i++) transformLine(block, i, 8);
}

/** The inverse of `cosineTransform`: the same cosines, summed up again. */
export function inverseCosineTransform(block: Float32Array): void {
  for (let i = 0; i < 8; i++) sumUpLine(block, i, 8);
  for (let i = 0; i < 64; i += 8) sumUpLine(block, i, 1);
}

/** Eight numbers, `step` apart: even cosines need their sums from both ends, odd ones their differences. */
function transformLine(block: Float32Array, at: number, step: number): void {
  const x0 = block[at]!;
  const x1 = block[at + step]!;
  const x2 = block[at + 2 * step]!;
  const x3 = block[at + 3 * step]!;
  const x4 = block[at + 4 * step]!;
  const x5 = block[at + 5 * step]!;
  const x6 = block[at + 6 * step]!;
  const x7 = block[at + 7 * step]!;
  const outer = x0 + x7 + x3 + x4;
  const inner = x1 + x6 + x2 + x5;
  const s03 = x0 + x7 - x3 - x4;
  const s12 = x1 + x6 - x2 - x5;
  const d0 = x0 - x7;
  const d1 = x1 - x6;
  const d2 = x2 - x5;
  const d3 = x3 - x4;
  block[at] = c4 * (outer + inner);
  block[at + step] = c1 * d0 + c3 * d1 + c5 * d2 + c7 * d3;
  block[at + 2 * step] = c2 * s03 + c6 * s12;
  block[at + 3 * step] = c3 * d0 - c7 * d1 - c1 * d2 - c5 * d3;
  block[at + 4 * step] = c4 * (outer - inner);
  block[at + 5 * step] = c5 * d0 - c1 * d1 + c7 * d2 + c3 * d3;
  block[at + 6 * step] = c6 * s03 - c2 * s12;
  block[at + 7 * step] = c7 * d0 - c5 * d1 + c3 * d2 - c1 * d3;
}

/** Eight coefficients, `step` apart, back to what they are of; in pictures most are zero but for the first. */
function sumUpLine(block: Float32Array, at: number, step: number): void {
  const y0 = block[at]!;
  const y1 = block[at + step]!;
  const y2 = block[at + 2 * step]!;
  const y3 = block[at + 3 * step]!;
  const y4 = block[at + 4 * step]!;
  const y5 = block[at + 5 * step]!;
  const y6 = block[at + 6 * step]!;
  const y7 = block[at + 7 * step]!;
  const isFlat = y1 === 0 && y2 === 0 && y3 === 0 && y4 === 0 && y5 === 0 && y6 === 0 && y7 === 0;
  if (isFlat) {
    for (let k = 0; k < 8; k++) block[at + k * step] = c4 * y0;
    return;
  }
  const even = c2 * y2 + c6 * y6;
  const odd = c6 * y2 - c2 * y6;
  const a0 = c4 * (y0 + y4) + even;
  const a3 = c4 * (y0 + y4) - even;
  const a1 = c4 * (y0 - y4) + odd;
  const a2 = c4 * (y0 - y4) - odd;
  const b0 = c1 * y1 + c3 * y3 + c5 * y5 + c7 * y7;
  const b1 = c3 * y1 - c7 * y3 - c1 * y5 - c5 * y7;
  const b2 = c5 * y1 - c1 * y3 + c7 * y5 + c3 * y7;
  const b3 = c7 * y1 - c5 * y3 + c3 * y5 - c1 * y7;
  block[at] = a0 + b0;
  block[at + step] = a1 + b1;
  block[at + 2 * step] = a2 + b2;
  block[at + 3 * step] = a3 + b3;
  block[at + 4 * step] = a3 - b3;
  block[at + 5 * step] = a2 - b2;
  block[at + 6 * step] = a1 - b1;
  block[at + 7 * step] = a0 - b0;
}
