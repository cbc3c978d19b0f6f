import { areaUnderRoc, newcombeInterval, type PredictionLog, wilsonInterval } from "../../../core/index.js";
import { confusionMatrix, predictedClasses } from "../../../decomposition/index.js";
import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";

/** A class is rare below this part of an even share. */
const rare = 0.5;
/** How often the model is surer of a missed image than of one of another class: half of the time where they do not differ. */
const asSure = 0.4;
/** It must be missed so much oftener than the others, as a rate. */
const leastGap = 0.1;

/** A rare class that the model rarely says: its images are taken for the common ones, and hardly any the other way round. */
export function classImbalanceCause(clues: Clues): Cause | undefined {
  const log = clues.logs.trainVal ?? clues.logs.test;
  if (log === undefined) return undefined;
  const causes = log.classes.map((_, k) => ofClass(clues, log, k)).filter((cause) => cause !== undefined);
  return causes.sort((a, b) => b.size.estimate - a.size.estimate)[0];
}

function ofClass({ confidence, points }: Clues, log: PredictionLog, k: number): Cause | undefined {
  const { counts, classes } = confusionMatrix(log);
  const at = (label: number, predicted: number) => counts[label * classes.length + predicted]!;
  const others = [...classes.keys()].filter((other) => other !== k);
  const all = log.labels.length;
  const samples = classes.reduce((sum, _, predicted) => sum + at(k, predicted), 0);
  const missed = samples - at(k, k);
  const invented = others.reduce((sum, label) => sum + at(label, k), 0);
  if (samples === 0 || samples / all > rare / classes.length || missed + invented === 0) return undefined;
  const rest = { errors: wrongAmong(others, at, classes.length), samples: all - samples };
  const gap = newcombeInterval(rest, { errors: missed, samples }, { confidence });
  const asymmetry = wilsonInterval(missed, missed + invented, { confidence });
  if (gap.low < leastGap || asymmetry.low <= 0.5) return undefined;
  if (isNoise(log, k)) return undefined;
  const weight = samples / all;
  const name = classes[k]!;
  return {
    name: "classImbalance",
    where: name,
    size: { estimate: weight * gap.estimate, low: weight * gap.low, high: weight * gap.high },
    evidence: `${name} is ${points(weight)} % of ${log.split}, and ${points(missed / samples)} % of it is missed, ${points(gap.estimate)} points more than of the rest; ${missed} times it is taken for another class, ${invented} times another for it`,
  };
}

/**
 * Wrong labels make a rare class look missed, too: but then the model is as sure of those that it seems to miss as of the others,
 * for they are the others.
 */
function isNoise(log: PredictionLog, k: number): boolean {
  const { classes, labels, probabilities } = log;
  const predicted = predictedClasses(log);
  const rows = [...predicted.keys()].filter((row) => predicted[row] !== k);
  const sureness = Float32Array.from(rows, (row) => probabilities[row * classes.length + predicted[row]!]!);
  const missed = Uint8Array.from(rows, (row) => Number(labels[row] === k));
  return areaUnderRoc(sureness, missed).area > asSure;
}

function wrongAmong(
  labels: readonly number[],
  at: (label: number, predicted: number) => number,
  classes: number,
): number {
  let wrong = 0;
  for (const label of labels)
    for (let predicted = 0; predicted < classes; predicted++)
      if (predicted !== label) wrong += at(label, predicted);
  return wrong;
}
