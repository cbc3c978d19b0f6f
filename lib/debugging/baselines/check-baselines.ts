import { checkOptions, type Finding, type PredictionLog, UsageError } from "../../core/index.js";
import { notBetterThanBaseline } from "../wording/baselines.js";
import { errorDifference } from "./error-difference.js";

/** Options for {@link checkBaselines}. */
export interface CheckBaselinesOptions {
  /** Of the intervals that decide, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * Compares a trained model with baselines that have learnt little or nothing: each that it does not beat is a finding.
 *
 * A baseline is beaten when the whole interval of the difference of the errors lies below 0. A model that is surely no
 * better makes an error; one of which it cannot be told, on so few samples, a warning.
 *
 * @param model - what the model says of a split that it was not trained on
 * @param baselines - what the baselines say, best of the same samples, as the logs of `baselines(train, test)` do; a
 *   log's `run` is its name
 * @throws UsageError when there is nothing to compare, or the logs are of other classes or of other labels
 * @see A. Karpathy, "A Recipe for Training Neural Networks" (2019), on dumb baselines
 * @example
 * const said = (...p: number[]) => ({ probabilities: Float32Array.from(p), classes: ["no", "yes"], tags: {}, split: "test" });
 * const set = { ids: ["a", "b"], labels: Int32Array.of(0, 1) };
 * const [finding] = checkBaselines({ ...set, ...said(0, 1, 1, 0) }, [{ ...set, ...said(1, 0, 1, 0), run: "always no" }]);
 * finding.code; // "not-better-than-baseline"
 */
export function checkBaselines(
  model: PredictionLog,
  baselines: readonly PredictionLog[],
  options: CheckBaselinesOptions = {},
): Finding[] {
  checkOptions("checkBaselines", options, ["confidence"]);
  const { confidence = 0.95 } = options;
  if (model.ids.length === 0 || baselines.length === 0 || baselines.some(({ ids }) => ids.length === 0))
    throw new UsageError({
      got: `checkBaselines got ${model.ids.length} answers of the model, and ${baselines.length} baselines${baselines.length > 0 ? ", one of them empty" : ""}.`,
      expected: "one sample and one baseline or more.",
      fix: "pass (await baselines(train, test)).map(({ log }) => log).",
    });
  return baselines.flatMap((baseline, i) => {
    assertSameTask(model, baseline);
    const { difference, ...rest } = errorDifference(model, baseline, confidence);
    if (difference.high < 0) return [];
    const name = baseline.run ?? `baseline ${i + 1}`;
    return [
      notBetterThanBaseline({ name, where: model.split, difference, samples: model.ids.length, ...rest }),
    ];
  });
}

/** A model scored against other labels than the baseline would be compared with another task. */
function assertSameTask(model: PredictionLog, baseline: PredictionLog): void {
  const name = baseline.run ?? "a baseline";
  if (model.classes.join("\n") !== baseline.classes.join("\n"))
    throw new UsageError({
      got: `checkBaselines got the classes ${model.classes.join(", ")} of the model and ${baseline.classes.join(", ")} of ${name}.`,
      expected: "the same classes in the same order.",
      fix: "make both logs from one data set.",
    });
  const labels = new Map(baseline.ids.map((id, row) => [id, baseline.labels[row]!]));
  const other = model.ids.findIndex((id, row) => labels.has(id) && labels.get(id) !== model.labels[row]);
  if (other !== -1)
    throw new UsageError({
      got: `checkBaselines got two labels of the sample ${JSON.stringify(model.ids[other])}: ${model.labels[other]} with the model and ${labels.get(model.ids[other]!)} with ${name}.`,
      expected: "one label for each sample.",
      fix: "make both logs from one data set; where they are different samples, put the split's name into their ids.",
    });
}
