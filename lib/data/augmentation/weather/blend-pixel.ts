import type { Image } from "../support/image.js";

/** Paints a pixel over, as opaquely as `opacity` (0 … 1) says, with a grey, 0 … 1; outside of the image, nothing. */
export function blendPixel(image: Image, x: number, y: number, grey: number, opacity: number): void {
  const { height, width, channels, pixels, white } = image;
  if (x < 0 || x >= width || y < 0 || y >= height) return;
  const at = (y * width + x) * channels;
  for (let c = 0; c < channels; c++)
    pixels[at + c] = pixels[at + c]! + (grey * white - pixels[at + c]!) * opacity;
}
