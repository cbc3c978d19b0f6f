import type { Image } from "./image.js";

const rows = new WeakMap<Image, readonly Image["pixels"][]>();

/** The rows of an image, as views of its pixels, made once: to make one takes longer than to copy it. */
export function rowsOf(image: Image): readonly Image["pixels"][] {
  const { height, width, channels, pixels } = image;
  let views = rows.get(image);
  if (!views) {
    const row = width * channels;
    views = Array.from({ length: height }, (_, y) => pixels.subarray(y * row, (y + 1) * row));
    rows.set(image, views);
  }
  return views;
}
