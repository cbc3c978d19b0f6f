import { encodePng, escapeHtml } from "../../core/index.js";

/** Pictures row after row; shape [images, height, width, channels]. */
export interface Drawable {
  readonly values: ArrayLike<number>;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

const most = 16;
const columns = 8;
const gap = 2;

/** The first pictures side by side, over a text that says what they are. Values are stretched to the range of a screen. */
export function imageGrid(
  { values, height, width, channels }: Drawable,
  text: string,
): Record<string, unknown> {
  const each = height * width * channels;
  const count = Math.min(most, Math.floor(values.length / each));
  const across = Math.min(columns, count);
  const rows = Math.ceil(count / across);
  const [wide, high] = [across * (width + gap) - gap, rows * (height + gap) - gap];
  const toByte = stretch(values, count * each);
  const pixels = new Uint8Array(wide * high * channels).fill(255);
  for (let image = 0; image < count; image++)
    for (let y = 0; y < height; y++) {
      const top = Math.floor(image / across) * (height + gap) + y;
      const start = (top * wide + (image % across) * (width + gap)) * channels;
      for (let i = 0; i < width * channels; i++)
        pixels[start + i] = toByte(Number(values[image * each + y * width * channels + i]));
    }
  const png = Buffer.from(encodePng(pixels, wide, high, { channels, level: 4 })).toString("base64");
  const scale = Math.max(1, Math.floor(64 / width));
  const img = `<img src="data:image/png;base64,${png}" width="${wide * scale}" alt="${count} images" style="image-rendering: pixelated">`;
  return { "text/html": `${img}<pre style="margin: 4px 0; padding: 0">${escapeHtml(text)}</pre>` };
}

/** Bytes stay as they are; other numbers are spread from the lowest to the highest. */
function stretch(values: ArrayLike<number>, length: number): (value: number) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < length; i++) {
    low = Math.min(low, Number(values[i]));
    high = Math.max(high, Number(values[i]));
  }
  if (low >= 0 && high <= 255 && high > 1) return Math.round;
  if (low >= 0 && high <= 1) return (value) => Math.round(value * 255);
  return (value) => Math.round(((value - low) / (high - low)) * 255);
}
