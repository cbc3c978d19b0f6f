import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";

/** The same images, scored as in use, do not have a loss so far above the one that training saw. */
const factor = 1.5;
/** In nats: below it both losses are next to nothing. */
const leastLoss = 0.05;

/**
 * Errors that were not measured as the model is used: training samples that come out harder than held-out ones, or a loss
 * that jumps when the mode changes.
 */
export function evaluationModeCause(clues: Clues): Cause | undefined {
  return trainScoredWhileTraining(clues) ?? lossJumps(clues);
}

function trainScoredWhileTraining(clues: Clues): Cause | undefined {
  const variance = clues.term("variance");
  if (variance === undefined || !(variance.high < -clues.worthwhile)) return undefined;
  const by = clues.points(-variance.estimate);
  return {
    name: "evaluationMode",
    where: "train",
    size: { estimate: -variance.estimate, low: -variance.high, high: -variance.low },
    evidence: `training samples come out ${by} points harder than held-out ones, more than chance explains: they were scored with dropout or augmentation on`,
  };
}

function lossJumps({ history, decomposition }: Clues): Cause | undefined {
  const last = history?.epochs.at(-1);
  if (last === undefined) return undefined;
  const { runningLoss, train } = last;
  if (!(train.loss > factor * runningLoss && train.loss - runningLoss > leastLoss)) return undefined;
  const rate = decomposition.rungs.at(-1)!;
  return {
    name: "evaluationMode",
    where: "evaluation",
    size: { estimate: train.error, low: 0, high: Math.max(train.error, rate.high) },
    evidence: `in epoch ${last.epoch} the training loss was ${runningLoss.toPrecision(3)} while training and ${train.loss.toPrecision(3)} on the same samples in evaluation mode: batch statistics or inputs differ between the two`,
  };
}
