/** One image in memory that ops read from or write to. Its memory is used again for the next image. */
export interface Image {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** The greatest value: 255 in bytes, 1 in floats. The least is 0. */
  readonly white: 255 | 1;
  /** Shape [height, width, channels]. Bytes round and clamp what is written; floats are clamped after each op. */
  readonly pixels: Uint8ClampedArray | Float32Array;
  /**
   * The same memory, 32 bits at a time: four bytes of an image of bytes. There are a multiple of twelve, so that loops may
   * take several at once; the last may lie beyond the pixels.
   */
  readonly words: Uint32Array;
}

/** A black image of bytes 0 … 255, or of floats 0 … 1. */
export function makeImage(
  [height, width, channels]: readonly [number, number, number],
  kind: "bytes" | "floats",
): Image {
  const values = height * width * channels;
  const words = new Uint32Array(Math.ceil(values / (kind === "bytes" ? 48 : 12)) * 12);
  const pixels =
    kind === "bytes"
      ? new Uint8ClampedArray(words.buffer, 0, values)
      : new Float32Array(words.buffer, 0, values);
  return { height, width, channels, white: kind === "bytes" ? 255 : 1, pixels, words };
}

/** Copies an image as it is. */
export function copyImage(from: Image, to: Image): void {
  to.words.set(from.words);
}

/** Brings an image of floats back into 0 … 1; one of bytes has clamped itself. */
export function clampFloats({ white, pixels }: Image): void {
  if (white === 255) return;
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at]!;
    if (value < 0) pixels[at] = 0;
    else if (value > 1) pixels[at] = 1;
  }
}

/** An image of the same kind and shape to work in, made once per user and kept until another is wanted. */
export function workImage(): (like: Image) => Image {
  let kept: Image | undefined;
  return ({ height, width, channels, white }) => {
    const fits = kept?.height === height && kept.width === width && kept.channels === channels;
    if (!fits || kept?.white !== white)
      kept = makeImage([height, width, channels], white === 255 ? "bytes" : "floats");
    return kept!;
  };
}
