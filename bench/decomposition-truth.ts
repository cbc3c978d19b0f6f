import type { Dataset, Interval, PredictionLog } from "../lib/core/index.js";
import { bayesError, type MakeScenesOptions, makeScenes } from "../lib/data/index.js";
import {
  biasVariance,
  decomposeError,
  decomposeErrorOverSeeds,
  ladderFromLogs,
  reconcileBiasVariance,
} from "../lib/decomposition/index.js";
import { type Features, trainSmallNetwork } from "./small-network.js";
import { table } from "./table.js";

const imageSize = 16;
const trainSize = 1000;
const heldOut = 500;
const labelNoise = 0.1;

/** Simple enough for a network of a dozen units: figures are large and in the middle. */
const problem: MakeScenesOptions = {
  ...{ imageSize, labelNoise, objects: 1, figureHeight: [0.78, 0.8], spread: 0, lookAlikeShare: 0 },
};

/** Error decomposition against truth: scenes whose Bayes error is known, and many independent training sets. */
export function truthTable(runs: number, largeSize: number): string {
  const scenes = (samples: number, seed: number, night: number): Dataset =>
    makeScenes(samples, { ...problem, seed, conditions: { night } });
  const sets = {
    trainVal: scenes(heldOut, 1, 0),
    testVal: scenes(heldOut, 2, 0.4),
    test: scenes(heldOut, 3, 0.4),
  };
  const large = { trainVal: scenes(largeSize, 4, 0), test: scenes(largeSize, 5, 0.4) };
  const features = new Map<Dataset, Features>();
  const featuresOnce = (dataset: Dataset): Features => {
    const before = features.get(dataset) ?? featuresOf(dataset);
    features.set(dataset, before);
    return before;
  };
  const models = Array.from({ length: runs }, (_, run) => {
    const train = scenes(trainSize, 100 + run, 0);
    const network = trainSmallNetwork(featuresOf(train), run);
    const log = (split: string, dataset: Dataset, rows = featuresOnce(dataset)) =>
      logOf(network, rows, dataset, split, run);
    return {
      logs: [
        log("train", train, featuresOf(train)),
        ...Object.entries(sets).map(([split, dataset]) => log(split, dataset)),
      ],
      trainVal: log("trainVal", large.trainVal),
      test: log("test", large.test),
    };
  });
  const irreducible = bayesError(large.trainVal);
  // Of labels drawn from the posterior: an error is worth its probability.
  const rateOf = (log: PredictionLog): number => {
    const { bayesPosterior } = log.tags;
    let sum = 0;
    for (const [row, eta] of bayesPosterior!.entries())
      sum += log.probabilities[2 * row + 1]! > 0.5 ? 1 - eta : eta;
    return sum / bayesPosterior!.length;
  };
  const held = { each: 0, band: 0 };
  const truth = [0, 0, 0, 0, 0];
  for (const { logs, trainVal, test } of models) {
    const ladder = ladderFromLogs(logs, { irreducible, trainSize });
    const { terms, rungs } = decomposeError(ladder);
    const own = rateOf(trainVal);
    const train = rungs[1]!.estimate;
    const true_ = [irreducible, train - irreducible, own - train, rateOf(test) - own, 0];
    for (const [i, value] of true_.entries()) truth[i]! += value / models.length;
    const inside = (i: number, { low, high }: { low: number; high: number }) =>
      low <= true_[i]! && true_[i]! <= high;
    held.each += [2, 3, 4].filter((i) => inside(i, terms[i]!)).length;
    held.band += Number([2, 3, 4].every((i) => inside(i, terms[i]!.band)));
  }
  const overall = decomposeErrorOverSeeds(
    models.flatMap(({ logs }) => logs),
    { irreducible, trainSize },
  );
  const few = biasVariance(models.map(({ logs }) => logs[1]!));
  const many = biasVariance(models.map(({ trainVal }) => trainVal));
  const reconciled = reconcileBiasVariance(overall, few);
  return [
    `## Error decomposition against truth`,
    "",
    `${runs} networks of one hidden layer, each trained on ${trainSize} scenes of its own (${imageSize} × ${imageSize}, grey, ${100 * labelNoise} % of the labels flipped: the Bayes error is ${percent(irreducible)} %);`,
    `two test sets out of five scenes at night. Truth: each network on ${largeSize.toLocaleString("en")} fresh scenes, scored by their posterior.`,
    "",
    `One network at a time, from ${heldOut} images a split: ${held.each} of ${3 * runs} intervals of variance, shift and validation overfitting hold that network's`,
    `own true term (${percent(held.each / 3 / runs)} %), and all three bands at once hold in ${held.band} of ${runs} networks.`,
    "",
    table(
      ["term, over all networks, %", "from logs", "95 % interval", "truth"],
      overall.terms.map((term, i) => [term.name, percent(term.estimate), range(term), percent(truth[i]!)]),
    ),
    "",
    `True bias and variance on trainVal, from ${heldOut} images, and from ${largeSize.toLocaleString("en")}:`,
    "",
    table(
      ["part of the error, %", "from logs", "95 % interval", "of many images"],
      (["loss", "noise", "systematicEffect", "varianceEffect"] as const).map((part) => [
        part,
        percent(few.zeroOne[part].estimate),
        range(few.zeroOne[part]),
        percent(many.zeroOne[part].estimate),
      ]),
    ),
    "",
    "The ladder's parts beside the true ones, of the same networks; the ladder counts labels as drawn, the other scores by the",
    "posterior, so their sums differ by chance alone:",
    "",
    table(
      ["part, %", "ladder", "true", "difference"],
      reconciled.map((row) => [row.part, percent(row.ladder), percent(row.true), percent(row.difference)]),
    ),
  ].join("\n");
}

/** Grey values around 0, shape [samples, pixels]. */
function featuresOf(dataset: Dataset): Features {
  const pixels = imageSize * imageSize;
  const rows = Array.from({ length: dataset.size }, (_, i) => {
    const { x } = dataset.batch([i]);
    return Float32Array.from(
      { length: pixels },
      (_, p) => (x[3 * p]! + x[3 * p + 1]! + x[3 * p + 2]!) / 384 - 1,
    );
  });
  return { rows, labels: dataset.labels };
}

function logOf(
  network: (row: Float32Array) => number,
  { rows }: Features,
  dataset: Dataset,
  split: string,
  run: number,
): PredictionLog {
  const { bayesPosterior } = dataset.tags;
  return {
    ...{ split, seed: run, labels: Int32Array.from(dataset.labels), classes: ["no", "person"] },
    ids: Array.from(
      { length: dataset.size },
      (_, i) => `${split === "train" ? `${split}-${run}` : split}-${i}`,
    ),
    probabilities: Float32Array.from(
      rows.flatMap((row) => {
        const p = network(row);
        return [1 - p, p];
      }),
    ),
    tags: { bayesPosterior: Float32Array.from(bayesPosterior!) },
  };
}

const percent = (rate: number): string => (100 * rate).toFixed(1).replace("-", "−");
const range = ({ low, high }: Interval): string => `${percent(low)} to ${percent(high)}`;
