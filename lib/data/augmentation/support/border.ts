import { UsageError } from "../../../core/index.js";

/**
 * What lies beyond an image's edge: its mirror image without the edge itself (`reflect`), its edge drawn out (`edge`),
 * or a grey, 0 (black) … 1 (white).
 */
export type Border = "reflect" | "edge" | number;

/** Refuses what is no border. */
export function checkBorder(name: string, border: Border): void {
  if (border === "reflect" || border === "edge" || (typeof border === "number" && border >= 0 && border <= 1))
    return;
  throw new UsageError({
    got: `${name}.border is ${JSON.stringify(border) ?? String(border)}.`,
    expected: '"reflect", "edge", or a grey from 0 (black) to 1 (white).',
    fix: 'pass { border: "reflect" }.',
  });
}

/** The row or column of an image of `size` that stands at `place`; −1 where nothing but a grey does. */
export function borderIndex(place: number, size: number, border: Border): number {
  if (place >= 0 && place < size) return place;
  if (border === "edge" || size === 1) return typeof border === "number" ? -1 : place < 0 ? 0 : size - 1;
  if (border !== "reflect") return -1;
  const period = 2 * size - 2;
  const within = ((place % period) + period) % period;
  return within < size ? within : period - within;
}
