import { type PredictionLog, wilsonInterval } from "../../../core/index.js";
import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";
import { sureRows } from "./sure-rows.js";

/** Wrong labels are named where they explain so much of the held-out error. */
const leastShare = 0.5;

/** The part of the predictions of each class that counts as sure. */
const surest = 0.25;

/** Held-out images of the training distribution first: there are no shifted images among them. */
const splits = ["trainVal", "testVal", "test"];

/**
 * Wrong labels: errors that do not get rarer where the model is surest.
 *
 * A model's own errors sit where it hesitates. A wrong label does not know how sure the model is, so its errors are as
 * frequent among the surest predictions as anywhere.
 */
export function labelNoiseCause(clues: Clues): Cause | undefined {
  const log = splits.map((split) => clues.logs[split]).find((candidate) => candidate !== undefined);
  if (clues.labelNoise !== undefined) return estimated(clues, log);
  return log === undefined ? undefined : lookedFor(clues, log);
}

function estimated(
  { labelNoise, decomposition, worthwhile, points }: Clues,
  log?: PredictionLog,
): Cause | undefined {
  const { estimate, low } = labelNoise!;
  const error = decomposition.rungs.find(({ name }) => name === (log?.split ?? "trainVal"))?.estimate ?? 0;
  if (low <= worthwhile || estimate < leastShare * error) return undefined;
  return {
    name: "labelNoise",
    size: labelNoise!,
    evidence: `${points(estimate)} % of the labels are estimated to be wrong`,
  };
}

function lookedFor({ confidence, worthwhile, points }: Clues, log: PredictionLog): Cause | undefined {
  const sure = sureRows(log, surest);
  const floor = wilsonInterval(sure.errors, sure.samples, { confidence });
  const explained = floor.estimate / Math.max(sure.errorOfAll, Number.MIN_VALUE);
  if (floor.low - sure.expected <= worthwhile || explained < leastShare) return undefined;
  return {
    name: "labelNoise",
    size: floor,
    where: log.split,
    evidence: `of the ${sure.samples.toLocaleString("en")} predictions on ${log.split} that the model is surest of, ${points(floor.estimate)} % disagree with the label, where it claims ${points(sure.expected)} %; over all it is ${points(sure.errorOfAll)} %: errors that do not thin out with sureness are wrong labels`,
  };
}
