import { type Canvas, surface } from "./raster/index.js";

/**
 * How much the figure differs from what surrounds it in the finished picture, 0 … 1: the distance between the mean colour
 * of its pixels and that of the others in a box around it, by the distance from black to white.
 */
export function figureContrast({ size, surface: shown }: Canvas, bytes: Uint8Array): number {
  const box = figureBox(shown, size);
  if (box === undefined) return 0;
  const own = [0, 0, 0];
  const around = [0, 0, 0];
  let ownPixels = 0;
  let pixels = 0;
  for (let row = box.top; row <= box.bottom; row++)
    for (let column = box.left; column <= box.right; column++) {
      const pixel = row * size + column;
      const isFigure = shown[pixel]! >= surface.standIn;
      const sum = isFigure ? own : around;
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = sum[channel]! + bytes[pixel * 3 + channel]!;
      pixels++;
      if (isFigure) ownPixels++;
    }
  if (ownPixels === pixels) return 0;
  let squared = 0;
  for (let channel = 0; channel < 3; channel++) {
    const difference = own[channel]! / ownPixels - around[channel]! / (pixels - ownPixels);
    squared += difference * difference;
  }
  return Math.sqrt(squared / 3) / 255;
}

/** The figure's pixels and a margin of a sixteenth of the picture, or nothing where it is hidden altogether. */
function figureBox(
  shown: Uint8Array,
  size: number,
): { left: number; right: number; top: number; bottom: number } | undefined {
  let [left, right, top, bottom] = [size, -1, size, -1];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (shown[row * size + column]! < surface.standIn) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  if (right < 0) return undefined;
  const margin = Math.ceil(size / 16);
  return {
    left: Math.max(0, left - margin),
    right: Math.min(size - 1, right + margin),
    top: Math.max(0, top - margin),
    bottom: Math.min(size - 1, bottom + margin),
  };
}
