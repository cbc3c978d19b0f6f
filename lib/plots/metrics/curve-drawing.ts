import { areaText, type SquareCurve } from "./square-curves.js";

const blocks = [..."▁▂▃▄▅▆▇█"];
const columns = 40;

/** A line of blocks for each curve, from the left of the square to its right, and its area. */
export function curveDrawing(curves: readonly SquareCurve[]): string {
  const width = Math.max(...curves.map(({ name }) => name.length));
  return curves
    .map((curve) => {
      const bar = Array.from({ length: columns }, (_, i) => block(heightAt(curve, (i + 0.5) / columns)));
      return `${curve.name.padEnd(width)}  ${bar.join("")}  ${areaText(curve.area)}`;
    })
    .join("\n");
}

const block = (height: number): string => blocks[Math.min(7, Math.floor(8 * height))]!;

/** The curve's height, on the straight line between the points beside it. */
function heightAt({ x, y }: SquareCurve, at: number): number {
  const right = Math.max(
    1,
    x.findIndex((value) => value >= at),
  );
  const [x0, x1] = [x[right - 1]!, x[right]!];
  const share = x1 === x0 ? 1 : (at - x0) / (x1 - x0);
  return y[right - 1]! + share * (y[right]! - y[right - 1]!);
}
