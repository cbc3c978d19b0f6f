import type { Interval } from "../../core/index.js";
import { errorAt } from "../../decomposition/index.js";
import type { Cause } from "./cause.js";
import type { Clues } from "./clues.js";
import type { RemedyName } from "./remedy-name.js";

/** What the evidence itself says of a remedy's gain; it counts before any published share. */
export interface MeasuredGain {
  readonly gain: Interval;
  readonly basis: string;
  /** Instead of the remedy's own action. */
  readonly action?: string;
}

/** Held-out errors are what slices are found in; they say nothing of training errors. */
const ofHeldOut: readonly string[] = ["variance", "distributionShift"];

/** The gain of a remedy that was measured on this very model, or undefined; no more than the whole cause. */
export function measuredGain(
  remedy: RemedyName,
  { name, size }: Cause,
  clues: Clues,
): MeasuredGain | undefined {
  const looks = remedy === "errorAnalysis" || remedy === "collectTestLike";
  const found =
    remedy === "moreData"
      ? ofMoreData(clues)
      : looks && ofHeldOut.includes(name)
        ? ofWorstSlice(clues)
        : undefined;
  if (found === undefined) return undefined;
  const { low, estimate, high } = found.gain;
  const gain = {
    estimate: Math.min(estimate, size.estimate),
    low: Math.min(low, size.low),
    high: Math.min(high, size.high),
  };
  return { ...found, gain };
}

/** How many times the data the curve is asked for, as the remedy says. */
const times = 4;

/** From the learning curve: its fit at the largest size that was tried, less its row nearest to four times that size. */
function ofMoreData({ learningCurve }: Clues): MeasuredGain | undefined {
  if (learningCurve === undefined) return undefined;
  const largest = Math.max(...learningCurve.points.map(({ trainSize }) => trainSize));
  const distance = (size: number) => Math.abs(Math.log(size / (times * largest)));
  const beyond = learningCurve.rows.filter(({ trainSize }) => trainSize > largest);
  const row = beyond.sort((a, b) => distance(a.trainSize) - distance(b.trainSize))[0];
  if (row === undefined) return undefined;
  const now = errorAt(learningCurve, largest);
  const size = row.trainSize.toLocaleString("en");
  return {
    gain: { estimate: now - row.estimate, low: now - row.high, high: now - row.low },
    basis: `the learning curve foretells it, fitted up to ${largest.toLocaleString("en")} samples`,
    action: `Train on ${size} samples`,
  };
}

/** From the slices: what the one costs that stands out most. */
function ofWorstSlice({ slices }: Clues): MeasuredGain | undefined {
  const worst = slices?.slices[0];
  if (worst === undefined) return undefined;
  return {
    gain: worst.recoverable,
    basis: `what ${worst.text} costs: ${worst.errors.toLocaleString("en")} of its ${worst.samples.toLocaleString("en")} samples are wrong`,
    action: `Look at the errors under ${worst.text}, and collect training samples like them`,
  };
}
