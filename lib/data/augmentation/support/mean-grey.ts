import type { Image } from "./image.js";

/** How bright red, green and blue look, in sum 1 (ITU-R BT.601, as in Pillow and OpenCV). */
export const luma = [0.299, 0.587, 0.114] as const;

/** The picture's mean grey, in units of its pixels. */
export function meanGrey({ channels, pixels }: Image): number {
  if (channels !== 3) {
    let sum = 0;
    for (let at = 0; at < pixels.length; at++) sum += pixels[at]!;
    return sum / pixels.length;
  }
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    red += pixels[at]!;
    green += pixels[at + 1]!;
    blue += pixels[at + 2]!;
  }
  return (luma[0] * red + luma[1] * green + luma[2] * blue) / (pixels.length / 3);
}
