import { core } from "deep-pessimist";
import { table } from "../table.js";
import type { Comparison, Side } from "./compare.js";

/** Two errors are the same when the interval of their difference holds 0 and is narrower than this. */
const narrow = 0.01;

/** Outputs are equal to this. */
const equal = 1e-5;

/** The results as Markdown: errors side by side, then what the comparison says of them. */
export function report(comparisons: readonly Comparison[], description: string, notes: string): string {
  return [
    "## Known results, beside the same model in Keras",
    "",
    `Test errors over seeds, with 95 % intervals of the mean (Student).${notes} Both sides have the same data, recipe and first distribution of the weights; seeds and orders are their own.`,
    "",
    table(
      ["result", "known", "who", "test error", "95 % interval", "seconds a run"],
      comparisons.flatMap(({ result, known, ours, keras }) => [
        [result.name, known.words, "deep-pessimist", ...columns(ours)],
        ["", "", "Keras", ...columns(keras)],
      ]),
    ),
    "",
    "The same means: the difference's 95 % interval over seeds (Welch) holds 0 and is narrower than one point. Weights: the largest",
    "difference of two probabilities when Keras has our first weights, and when we have Keras' trained ones; 1e-5 is asked for.",
    "",
    table(
      ["result", "ours − Keras", "95 % interval", "the same", "reached", "weights to Keras", "from Keras"],
      comparisons.map(verdict),
    ),
    "",
    ...comparisons.map(
      ({ result: { name, problem, recipe } }) =>
        `- ${name}: ${problem}. Adam from ${recipe.learningRate} along a cosine to 0, batches of ${recipe.batchSize}, ${recipe.epochs} epochs.`,
    ),
    `- Peer: ${description}.`,
  ].join("\n");
}

function columns({ errors, seconds }: Side): string[] {
  const { estimate, low, high } = core.meanInterval(errors);
  const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length;
  return [`${percent(estimate)} %`, `${percent(low)} to ${percent(high)}`, mean.toFixed(0)];
}

function verdict({ result, known, ours, keras, exchange }: Comparison): string[] {
  const { estimate, low, high } = core.welchInterval(keras.errors, ours.errors);
  const same = low <= 0 && high >= 0 && high - low < narrow;
  const mean = core.meanInterval(ours.errors).estimate;
  const reached = known.atMost === undefined ? "–" : mean <= known.atMost ? "yes" : "no";
  const { toKeras, fromKeras } = exchange;
  return [
    ...[result.name, percent(estimate), `${percent(low)} to ${percent(high)}`, same ? "yes" : "no", reached],
    ...[toKeras, fromKeras].map((apart) => `${apart.toExponential(1)}${apart <= equal ? "" : " (no)"}`),
  ];
}

/** In percent or points, two decimals. */
const percent = (rate: number): string => core.formatPercent(rate, 0);
