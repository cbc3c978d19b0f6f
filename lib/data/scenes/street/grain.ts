/**
 * A number in [0, 1) for a cell of a grid: the same cell, the same number. Asphalt, plaster and leaves get their
 * grain from it, and windows the choice whether somebody is at home.
 */
export function grain(column: number, row: number, seed: number): number {
  let h = Math.imul(column, 0x165667b1) ^ Math.imul(row, 0x27d4eb2f) ^ seed;
  h = Math.imul(h ^ (h >>> 13), 0x4c7f6dd1);
  return ((h ^ (h >>> 16)) >>> 8) / 16777216;
}
