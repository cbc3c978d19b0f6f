import { type Figure, formatPercent, type RocCurve } from "../../core/index.js";
import { curveDrawing } from "./curve-drawing.js";
import { areaText, namedCurves, squareCurves } from "./square-curves.js";

/** The share of false alarms at which the reading says how many are found. */
const fewAlarms = 0.05;

/**
 * How many of a class are found, by how many of the others are taken for it: one curve, or several by name, each with
 * its area and interval.
 *
 * @param curves - from `rocCurve`; up to six
 * @returns a figure of 640 × 472 pixels; its reading says what the area means, and what few false alarms cost
 * @throws UsageError for no curve, or too many
 * @see T. Fawcett, "An Introduction to ROC Analysis" (2006)
 */
export function plotRocCurve(curves: RocCurve | Readonly<Record<string, RocCurve>>): Figure {
  const named = namedCurves("plotRocCurve", curves, isRocCurve);
  const drawn = named.map(([name, { points, area }]) => ({
    name,
    x: points.map(({ falsePositiveRate }) => falsePositiveRate),
    y: points.map(({ truePositiveRate }) => truePositiveRate),
    area,
  }));
  return {
    ...squareCurves(drawn, {
      title: "ROC curve",
      subtitle: `Every threshold of the probability; areas with ${confidenceText(named[0]![1])} intervals`,
      xTitle: "others taken for it",
      yTitle: "found",
      shape: "linear",
      guess: [0, 1],
    }),
    reading: named.map(([name, curve]) => reading(name, curve)).join(" "),
    drawing: curveDrawing(drawn),
  };
}

const isRocCurve = (value: object): value is RocCurve => "points" in value;

/** "95 %" */
export function confidenceText({ confidence }: { confidence: number }): string {
  return `${Number((100 * confidence).toPrecision(6))} %`;
}

function reading(name: string, { points, area, positive }: RocCurve): string {
  const of = name === positive ? name : `${name}, for ${positive}`;
  const head = `${of}: the area is ${areaText(area)}`;
  if (area.low <= 0.5 && area.high >= 0.5) return `${head}, which chance explains.`;
  if (area.high < 0.5) return `${head}, worse than chance: are the classes mixed up?`;
  const found = Math.max(
    ...points
      .filter(({ falsePositiveRate }) => falsePositiveRate <= fewAlarms)
      .map((point) => point.truePositiveRate),
  );
  return `${head}; with ${formatPercent(fewAlarms)} % of the others taken for it, ${formatPercent(found)} % are found.`;
}
