import { type ImageBatch, pixelRange } from "./image-grid-pixels.js";

/** How many images of which size there are, how many of each class, and the range of their pixels. */
export function imageGridReading({ x, shape }: ImageBatch, labels: readonly string[]): string {
  const [images, height, width, channels] = shape;
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const classes = [...counts].map(([label, count]) => `${count} ${label}`).join(", ");
  const { least, most } = pixelRange(x);
  const size = `${height}×${width} pixels, ${channels} ${channels === 1 ? "channel" : "channels"}`;
  const range = `pixels from ${shortened(least)} to ${shortened(most)}`;
  return `${images} ${images === 1 ? "image" : "images"} of ${size}: ${classes}; ${range}.`;
}

const shortened = (value: number): string => String(Number(value.toPrecision(4)));
