import { type Interval, newcombeInterval, type PredictionLog, pairedInterval } from "../../core/index.js";

/** A model's error less a baseline's, and how it was found. */
export interface ErrorDifference {
  readonly model: number;
  readonly baseline: number;
  /** Model − baseline; below 0 where the model is better. */
  readonly difference: Interval;
  /** Whether both answered the same samples; the interval is then narrower. */
  readonly paired: boolean;
}

/** Compares sample by sample where the logs are of the same samples, in whatever order, and by rates where not. */
export function errorDifference(
  model: PredictionLog,
  baseline: PredictionLog,
  confidence: number,
): ErrorDifference {
  const [ours, theirs] = [wrongIds(model), wrongIds(baseline)];
  const rates = { model: ours.size / model.ids.length, baseline: theirs.size / baseline.ids.length };
  const samples = new Set(baseline.ids);
  if (samples.size !== model.ids.length || !model.ids.every((id) => samples.has(id))) {
    const [first, second] = [counts(baseline, theirs), counts(model, ours)];
    return { ...rates, difference: newcombeInterval(first, second, { confidence }), paired: false };
  }
  let bothWrong = 0;
  for (const id of ours) bothWrong += Number(theirs.has(id));
  const difference = pairedInterval(
    {
      bothWrong,
      firstWrong: theirs.size - bothWrong,
      secondWrong: ours.size - bothWrong,
      bothRight: model.ids.length - theirs.size - ours.size + bothWrong,
    },
    { confidence },
  );
  return { ...rates, difference, paired: true };
}

function counts({ ids }: PredictionLog, wrong: ReadonlySet<string>): { errors: number; samples: number } {
  return { errors: wrong.size, samples: ids.length };
}

/** The samples whose highest probability is not the label's; an answer of NaN is wrong. */
function wrongIds({ ids, labels, probabilities, classes }: PredictionLog): Set<string> {
  const wrong = ids.filter((_, row) => {
    const answers = probabilities.subarray(row * classes.length, (row + 1) * classes.length);
    return answers.indexOf(Math.max(...answers)) !== labels[row];
  });
  return new Set(wrong);
}
