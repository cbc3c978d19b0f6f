import { loadSharp } from "../sources/load-sharp.js";
import type { RgbImage } from "./contact-sheet.js";

/**
 * The picture as a PNG file's bytes, to be written to disk or sent to a notebook.
 *
 * @throws UsageError when `sharp` is not installed
 */
export async function imageToPng({ pixels, width, height }: RgbImage): Promise<Uint8Array> {
  const sharp = await loadSharp("writing PNG");
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/**
 * The picture as a data URI, which plotly's `image` trace and an HTML `<img>` take as their source.
 *
 * @throws UsageError when `sharp` is not installed
 */
export async function imageToDataUri(image: RgbImage): Promise<string> {
  const png = await imageToPng(image);
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
