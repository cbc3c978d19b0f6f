import { formatPercent } from "../../core/index.js";
import type { LooksPrediction } from "./looks-prediction.js";

/** What picking the best of many candidates explains, and whether what is seen is more. */
export function looksReading(
  { expected, low, high, observed, verdict }: Omit<LooksPrediction, "reading">,
  { looks, samples, confidence }: { looks: number; samples: number; confidence: number },
): string {
  const number = (rate: number) => formatPercent(rate, 0.01);
  const percent = Number((100 * confidence).toPrecision(6));
  const head = `The best of ${looks.toLocaleString("en")} equally good candidates on ${samples.toLocaleString("en")} samples looks ${number(expected)} points better than it is`;
  if (observed === undefined || verdict === undefined) return `${head}.`;
  const range = `${percent} % of the time test less validation error would lie between ${number(low)} and ${number(high)}`;
  const meaning = {
    explained: "picking explains what is seen",
    "more than looks explain":
      "picking does not explain what is seen: was the validation set used in other ways too, or is the test set harder?",
    "less than looks explain":
      "what is seen is less: the candidates differ in truth, or have more in common, or the test set is easier",
  }[verdict];
  return `${head}; ${range}, and it is ${number(observed.estimate)}: ${meaning}.`;
}
