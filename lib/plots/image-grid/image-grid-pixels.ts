/** Images as numbers: `x` has the shape [images, height, width, channels]. */
export interface ImageBatch {
  readonly x: Float32Array | Uint8Array;
  readonly shape: readonly number[];
}

/** Where the tiles of a grid lie, in pixels. */
export interface GridPlan {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Between tiles, to the right. */
  readonly gapX: number;
  /** Between tiles, downwards: room for a caption. */
  readonly gapY: number;
  /** Left of the tiles, in the figure: room for headings. */
  readonly left: number;
}

/** The least and the greatest number among the pixels. */
export function pixelRange(x: ArrayLike<number>): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < least) least = x[i]!;
    if (x[i]! > most) most = x[i]!;
  }
  return { least, most };
}

/**
 * All images on one white sheet, each in its cell of the plan (one after the other, where no cells are given),
 * enlarged without smoothing, so that every pixel of the data can be seen. Bytes are shown as they are; other numbers
 * are stretched from black, the least among them, to white, the greatest.
 *
 * @returns red, green and blue bytes, shape [height, width, 3]
 */
export function imageGridPixels(
  { x, shape }: ImageBatch,
  plan: GridPlan,
  cells?: readonly number[],
): { pixels: Uint8Array; width: number; height: number } {
  const [images, height, width, channels] = shape as [number, number, number, number];
  const sheetWidth = plan.columns * plan.tileWidth + (plan.columns - 1) * plan.gapX;
  const sheetHeight = plan.rows * (plan.tileHeight + plan.gapY);
  const pixels = new Uint8Array(3 * sheetWidth * sheetHeight).fill(255);
  const toByte = byteScale(x);
  for (let image = 0; image < images; image++) {
    const cell = cells?.[image] ?? image;
    const left = (cell % plan.columns) * (plan.tileWidth + plan.gapX);
    const top = Math.floor(cell / plan.columns) * (plan.tileHeight + plan.gapY);
    for (let row = 0; row < plan.tileHeight; row++) {
      const y = Math.floor((row * height) / plan.tileHeight);
      for (let column = 0; column < plan.tileWidth; column++) {
        const from =
          ((image * height + y) * width + Math.floor((column * width) / plan.tileWidth)) * channels;
        const to = 3 * ((top + row) * sheetWidth + left + column);
        for (let c = 0; c < 3; c++) pixels[to + c] = toByte(x[from + (channels >= 3 ? c : 0)]!);
      }
    }
  }
  return { pixels, width: sheetWidth, height: sheetHeight };
}

function byteScale(x: Float32Array | Uint8Array): (value: number) => number {
  if (x instanceof Uint8Array) return (value) => value;
  const { least, most } = pixelRange(x);
  return (value) => Math.round((255 * (value - least)) / (most - least || 1));
}
