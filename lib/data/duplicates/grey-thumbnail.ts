/**
 * An image's brightness as a square of `side` × `side`, each the mean of what it covers: the same picture whatever the
 * image's size.
 *
 * @param image - shape [height, width, channels]; three or four channels are weighed as eyes do
 * @see ITU-R BT.601 (1982), for the weights
 */
export function greyThumbnail(
  image: ArrayLike<number>,
  [height, width, channels]: readonly [height: number, width: number, channels: number],
  side: number,
): Float32Array {
  const rows = new Float32Array(side * width);
  const across = coverage(height, side);
  for (let cell = 0; cell < side; cell++)
    for (const [y, share] of across[cell]!)
      for (let x = 0; x < width; x++)
        rows[cell * width + x]! += share * brightness(image, (y * width + x) * channels, channels);
  const square = new Float32Array(side * side);
  const along = coverage(width, side);
  for (let y = 0; y < side; y++)
    for (let cell = 0; cell < side; cell++)
      for (const [x, share] of along[cell]!) square[y * side + cell]! += share * rows[y * width + x]!;
  return square;
}

function brightness(image: ArrayLike<number>, at: number, channels: number): number {
  if (channels < 3) return image[at]!;
  return 0.299 * image[at]! + 0.587 * image[at + 1]! + 0.114 * image[at + 2]!;
}

const known = new Map<string, [pixel: number, share: number][][]>();

/** Which pixels of `length` each of `cells` covers, and in which share. */
function coverage(length: number, cells: number): [pixel: number, share: number][][] {
  const key = `${length}/${cells}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const step = length / cells;
  const covered = Array.from({ length: cells }, (_, cell) => {
    const [from, to] = [cell * step, (cell + 1) * step];
    const pixels: [number, number][] = [];
    for (let pixel = Math.floor(from); pixel < Math.min(length, to); pixel++) {
      const share = (Math.min(pixel + 1, to) - Math.max(pixel, from)) / step;
      if (share > 1e-9) pixels.push([pixel, share]);
    }
    return pixels;
  });
  known.set(key, covered);
  return covered;
}
