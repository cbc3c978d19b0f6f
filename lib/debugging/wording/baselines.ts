import { type Finding, formatPercent, type Interval } from "../../core/index.js";
import { startSimple as lesson } from "./lesson.js";
import { numberText } from "./number-text.js";

/** What to do about a model that has surely learnt nothing of use. */
const lookForTheBug =
  "do not tune it: overfitOneBatch(program) shows whether it can learn at all, and plotLearningCurve(history) whether it was trained long enough.";

/** Fixed words for how sure a comparison is. */
function severityOf({ low }: Interval): Pick<Finding, "severity" | "confidence"> {
  return low > 0 ? { severity: "error", confidence: 0.95 } : { severity: "warning", confidence: 0.5 };
}

/** A network that a rule without one is as good as. */
export function notBetterThanBaseline(data: {
  name: string;
  where: string;
  model: number;
  baseline: number;
  difference: Interval;
  samples: number;
  paired: boolean;
}): Finding {
  const { name, where, model, baseline, difference, samples, paired } = data;
  const isWorse = difference.low > 0;
  const scale = Math.max(model, baseline);
  const percent = (rate: number) => formatPercent(rate, scale);
  const points = `${percent(difference.low)} to ${percent(difference.high)} points`;
  return {
    code: "not-better-than-baseline",
    ...severityOf(difference),
    where,
    title: isWorse
      ? `the model is worse than the ${name}`
      : `the model is not shown to be better than the ${name}`,
    evidence: `it errs on ${percent(model)} % of ${samples} samples, the ${name} on ${percent(baseline)} %; the difference is ${points}, ${paired ? "sample by sample" : "on different samples"}.`,
    fix:
      isWorse || difference.estimate >= 0
        ? lookForTheBug
        : `score it on more samples, about ${samplesNeeded(difference, samples)}; if that changes nothing, the ${name} does as well and costs less.`,
    lesson,
  };
}

/** A regression that explains nothing. */
export function notBetterThanMean(data: {
  target: string;
  model: number;
  mean: number;
  difference: Interval;
  samples: number;
}): Finding {
  const { target, model, mean, difference, samples } = data;
  return {
    code: "not-better-than-baseline",
    ...severityOf(difference),
    where: target,
    title:
      difference.low > 0
        ? "the model is worse than always the mean"
        : "the model is not shown to be better than always the mean",
    evidence: `it is off by ${numberText(model)} (root mean square over ${samples} samples), the mean of the training targets by ${numberText(mean)}.`,
    fix:
      difference.low > 0 || difference.estimate >= 0
        ? lookForTheBug
        : `score it on more samples, about ${samplesNeeded(difference, samples)}.`,
    lesson,
  };
}

/** The interval narrows with the root of the samples; it should reach from the estimate to 0 and no further. */
function samplesNeeded({ estimate, high }: Interval, samples: number): string {
  const needed = samples * ((high - estimate) / -estimate) ** 2;
  return Number((1.1 * needed).toPrecision(2)).toLocaleString("en");
}
