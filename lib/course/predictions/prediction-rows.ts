import { wilsonInterval } from "../../core/index.js";
import { isHit } from "./bits.js";
import type { Question } from "./question.js";
import type { StoredPrediction } from "./stored-predictions.js";

/** A question with what was predicted and what came. */
export interface PredictionRow {
  readonly about: string;
  /** Absent where nothing was committed, or nothing is known yet. */
  readonly bits?: number;
  readonly hit?: boolean;
  readonly sure?: number;
}

/** Every question with its prediction, where there is one that can be scored. */
export function predictionRows(
  questions: readonly Question[],
  stored: readonly StoredPrediction[],
): PredictionRow[] {
  return questions.map(({ id, about }) => {
    const { prediction, result, bits } = stored.find(({ question }) => question === id) ?? {};
    if (prediction === undefined || result === undefined || bits === undefined) return { about };
    return { about, bits, hit: isHit(prediction, result), sure: prediction.sure! };
  });
}

/** How sure the learner was, how often right, and whether chance explains the difference. */
export function predictionsReading(rows: readonly PredictionRow[]): string {
  const scored = rows.filter((row) => row.bits !== undefined);
  const n = scored.length;
  if (n === 0)
    return `None of the ${rows.length} questions has a prediction that was committed before its result. Who knows nothing gets 0 bits; write predictions into the cells, and see what you get.`;
  const hits = scored.filter(({ hit }) => hit).length;
  const meanSure = mean(scored.map(({ sure }) => sure!));
  const brier = mean(scored.map(({ sure, hit }) => (sure! - Number(hit)) ** 2));
  const { low, high } = wilsonInterval(hits, n);
  const verdict =
    meanSure > high
      ? "You were surer than you were right: overconfident"
      : meanSure < low
        ? "You were right oftener than you thought: underconfident"
        : `That many predictions cannot tell whether you are over- or underconfident: a share of ${percent(low)} to ${percent(high)} would fit`;
  const total = scored.reduce((sum, row) => sum + row.bits!, 0);
  return `${hits} of ${n} predictions were right, and you had been ${percent(meanSure)} sure on average (Brier score ${brier.toFixed(2)}; a coin has 0.25). ${verdict}. In all you knew ${total.toFixed(1).replace("-", "−")} bits more than nothing.`;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${Math.round(100 * share)} %`;
