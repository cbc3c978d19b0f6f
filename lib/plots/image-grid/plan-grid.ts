import type { GridPlan } from "./image-grid-pixels.js";

/** The picture's width less its right edge, in pixels. */
const right = 624;

/**
 * The largest whole enlargement that fits beside each other; an image too large for that is shrunk.
 *
 * @param shape - of the images, [images, height, width, …]
 * @param left - pixels left of the images
 * @param gapY - pixels between rows, which captions need
 */
export function planGrid(
  [images, height, width]: readonly number[],
  columns: number,
  { left = 16, gapY = 26 }: { left?: number; gapY?: number } = {},
): GridPlan {
  const sheetWidth = right - left;
  const room = Math.floor((sheetWidth - 8 * (columns - 1)) / columns);
  const factor = Math.min(room / width!, 160 / height!);
  const scale = factor >= 1 ? Math.floor(factor) : factor;
  const tileWidth = Math.max(1, Math.floor(width! * scale));
  const gapX =
    columns === 1 ? 0 : Math.min(24, Math.floor((sheetWidth - columns * tileWidth) / (columns - 1)));
  const tileHeight = Math.max(1, Math.floor(height! * scale));
  return { columns, rows: Math.ceil(images! / columns), tileWidth, tileHeight, gapX, gapY, left };
}
