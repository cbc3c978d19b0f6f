import { type Figure, formatPercent, type PrecisionRecallCurve } from "../../core/index.js";
import { curveDrawing } from "./curve-drawing.js";
import { confidenceText } from "./plot-roc-curve.js";
import { areaText, namedCurves, squareCurves } from "./square-curves.js";

/** The share found at which the reading says how clean the findings are. */
const most = 0.9;

/**
 * How clean the findings of a class are, by how many of it are found: one curve, or several by name, each with its
 * average precision and interval. The dotted line is what guessing does: the share of the class.
 *
 * @param curves - from `precisionRecallCurve`; up to six
 * @returns a figure of 640 × 472 pixels; its reading compares with guessing, and says what finding most of them costs
 * @throws UsageError for no curve, or too many
 */
export function plotPrecisionRecallCurve(
  curves: PrecisionRecallCurve | Readonly<Record<string, PrecisionRecallCurve>>,
): Figure {
  const named = namedCurves("plotPrecisionRecallCurve", curves, isPrecisionRecallCurve);
  const drawn = named.map(([name, { points, area }]) => ({
    name,
    x: points.map(({ recall }) => recall),
    y: points.map(({ precision }) => precision),
    area,
  }));
  const share = shareOf(named[0]![1]);
  return {
    ...squareCurves(drawn, {
      title: "Precision by recall",
      subtitle: `Every threshold of the probability; average precision with ${confidenceText(named[0]![1])} intervals`,
      xTitle: "found (recall)",
      yTitle: "right among the findings (precision)",
      shape: "vh",
      guess: [share, share],
    }),
    reading: named.map(([name, curve]) => reading(name, curve)).join(" "),
    drawing: curveDrawing(drawn),
  };
}

const isPrecisionRecallCurve = (value: object): value is PrecisionRecallCurve => "points" in value;

const shareOf = ({ positives, negatives }: PrecisionRecallCurve): number =>
  positives / (positives + negatives);

function reading(name: string, curve: PrecisionRecallCurve): string {
  const { points, area, positive } = curve;
  const of = name === positive ? name : `${name}, for ${positive}`;
  const head = `${of}: the average precision is ${areaText(area)}`;
  const share = shareOf(curve);
  if (area.low <= share && area.high >= share)
    return `${head}, no better than guessing, ${share.toFixed(3)}.`;
  const precision = Math.max(
    ...points.filter(({ recall }) => recall >= most).map((point) => point.precision),
  );
  return `${head}, where guessing has ${share.toFixed(3)}; finding ${formatPercent(most)} % of them, ${formatPercent(precision)} % of the findings are right.`;
}
