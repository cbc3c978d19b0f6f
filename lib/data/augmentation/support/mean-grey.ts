import type { Image } from "./image.js";
import { hasRgbWords } from "./rgb-words.js";

/** How bright red, green and blue look, in sum 1 (ITU-R BT.601, as in Pillow and OpenCV). */
export const luma = [0.299, 0.587, 0.114] as const;

/** The picture's mean grey, in units of its pixels. */
export function meanGrey(image: Image): number {
  const { height, width, channels, pixels } = image;
  if (channels !== 3) {
    let sum = 0;
    for (let at = 0; at < pixels.length; at++) sum += pixels[at]!;
    return sum / pixels.length;
  }
  const [red, green, blue] = hasRgbWords(image) ? sumWords(image) : sumPixels(image);
  return (luma[0] * red + luma[1] * green + luma[2] * blue) / (height * width);
}

function sumPixels({ pixels }: Image): [red: number, green: number, blue: number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    red += pixels[at]!;
    green += pixels[at + 1]!;
    blue += pixels[at + 2]!;
  }
  return [red, green, blue];
}

/** Adds two bytes at a time, in the halves of a word, which hold the sum of 257 bytes. */
function sumWords({ words }: Image): [red: number, green: number, blue: number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let start = 0; start < words.length; start += 768) {
    let [redBlue, greenRed, greenRed2, blueGreen, blueGreen2, redBlue2] = [0, 0, 0, 0, 0, 0];
    const end = Math.min(words.length, start + 768);
    for (let at = start; at < end; at += 3) {
      const first = words[at]!;
      const second = words[at + 1]!;
      const third = words[at + 2]!;
      redBlue += first & 0xff00ff;
      greenRed += (first >>> 8) & 0xff00ff;
      greenRed2 += second & 0xff00ff;
      blueGreen += (second >>> 8) & 0xff00ff;
      blueGreen2 += third & 0xff00ff;
      redBlue2 += (third >>> 8) & 0xff00ff;
    }
    red += (redBlue & 65535) + (greenRed >>> 16) + (greenRed2 >>> 16) + (redBlue2 & 65535);
    green += (greenRed & 65535) + (greenRed2 & 65535) + (blueGreen >>> 16) + (blueGreen2 >>> 16);
    blue += (redBlue >>> 16) + (blueGreen & 65535) + (blueGreen2 & 65535) + (redBlue2 >>> 16);
  }
  return [red, green, blue];
}
