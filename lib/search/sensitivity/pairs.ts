import type { Axis } from "../gaussian-process/axes.js";
import type { StudiedPoints } from "./studied-trials.js";

/** Among how many axes products are looked for. */
const mostAxes = 12;

/** Pairs of axes that may act together: of the dozen that go with the values most closely. */
export function axisPairs({ axes, points, values }: StudiedPoints): [number, number][] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const closeness = axes.list.map((_, k) => {
    const centre = points.reduce((sum, point) => sum + point[k]!, 0) / points.length;
    let [line, bend, spread] = [0, 0, 0];
    points.forEach((point, i) => {
      const off = point[k]! - centre;
      line += off * (values[i]! - mean);
      bend += (off * off - 1 / 12) * (values[i]! - mean);
      spread += off * off;
    });
    return (line * line + 4 * bend * bend) / Math.max(spread, 1e-12);
  });
  const close = axes.list
    .map((_, k) => k)
    .sort((a, b) => closeness[b]! - closeness[a]! || a - b)
    .slice(0, mostAxes)
    .sort((a, b) => a - b);
  return close
    .flatMap((a, i) => close.slice(i + 1).map((b): [number, number] => [a, b]))
    .filter(([a, b]) => !isSettled(axes.list, a, b) && !isSettled(axes.list, b, a));
}

/** Whether an axis has one place alone wherever another exists: their product is what the other does by itself. */
function isSettled(list: readonly Axis[], axis: number, other: number): boolean {
  const { when } = list[other]!;
  if (when === undefined) return false;
  return when.parent === axis ? when.places.length === 1 : isSettled(list, axis, when.parent);
}
