import {
  type ErrorDecomposition,
  errorTermLabels,
  formatPercent,
  type Interval,
  type PredictionLog,
  tableForms,
} from "../../core/index.js";

type Forms = Record<string, unknown>;

const percent = (rate: number): string => `${formatPercent(rate)} %`;
const range = ({ low, high }: { low: number; high: number }): string => `${percent(low)} … ${percent(high)}`;

export function isErrorDecomposition(value: object): value is ErrorDecomposition {
  const { terms, rungs, dominant, reading } = value as Partial<ErrorDecomposition>;
  return [terms, rungs].every(Array.isArray) && [dominant, reading].every((text) => typeof text === "string");
}

/** Where the error comes from, term by term, with the reading. */
export function errorDecompositionForms({ terms, confidence, reading }: ErrorDecomposition): Forms {
  const rows = terms.map((term) => [
    errorTermLabels[term.name],
    percent(term.estimate),
    term.exact ? "" : range(term),
  ]);
  return tableForms(
    ["term", "error", `${Number((100 * confidence).toPrecision(4))} % interval`],
    rows,
    reading,
  );
}

export function isPredictionLog(value: object): value is PredictionLog {
  const { split, ids, labels, probabilities, classes } = value as Partial<PredictionLog>;
  return (
    typeof split === "string" &&
    [ids, classes].every(Array.isArray) &&
    labels instanceof Int32Array &&
    probabilities instanceof Float32Array
  );
}

/** What a model answered: how many of each class, and how many of them wrongly. */
export function predictionLogForms({ split, labels, probabilities, classes, run }: PredictionLog): Forms {
  const counts = classes.map(() => ({ samples: 0, wrong: 0 }));
  labels.forEach((label, i) => {
    const row = probabilities.subarray(i * classes.length, (i + 1) * classes.length);
    counts[label]!.samples++;
    if (row.indexOf(Math.max(...row)) !== label) counts[label]!.wrong++;
  });
  const wrong = counts.reduce((sum, count) => sum + count.wrong, 0);
  const rows = counts.map(({ samples, wrong }, k) => [
    classes[k],
    samples,
    wrong,
    samples === 0 ? "" : percent(wrong / samples),
  ]);
  const error = labels.length === 0 ? "" : `, ${percent(wrong / labels.length)} of them wrong`;
  const note = `${labels.length.toLocaleString("en")} predictions of ${split}${run === undefined ? "" : ` by ${run}`}${error}`;
  return tableForms(["class", "samples", "wrong", "error"], rows, note);
}

interface SensitivityLike {
  readonly parameters: readonly { name: string; verdict: string; total: Interval; firstOrder: Interval }[];
  readonly trials: number;
  readonly explained: number;
}

export function isSensitivity(value: object): value is SensitivityLike {
  const { parameters, trials, explained } = value as Partial<SensitivityLike>;
  return (
    Array.isArray(parameters) &&
    typeof trials === "number" &&
    typeof explained === "number" &&
    parameters.every(({ total, verdict }) => total !== undefined && verdict !== undefined)
  );
}

/** Which hyperparameters matter, most first. */
export function sensitivityForms({ parameters, trials, explained }: SensitivityLike): Forms {
  const rows = parameters.map(({ name, verdict, total, firstOrder }) => [
    name,
    verdict === "none" ? "no evidence" : verdict,
    `${percent(total.estimate)} (${range(total)})`,
    `${percent(firstOrder.estimate)} (${range(firstOrder)})`,
  ]);
  const note = `${trials} trials; the surrogate explains ${percent(explained)} of their variance`;
  return tableForms(["hyperparameter", "matters", "total share", "by itself"], rows, note);
}
