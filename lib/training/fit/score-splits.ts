import { type EpochRecord, permutation, randomSource, type SplitScores } from "../../core/index.js";
import { forwardOf } from "../forward.js";
import { probabilitiesOf } from "../probabilities.js";
import { scores } from "../scores.js";
import type { Plan } from "./plan.js";

/** Scores of every split that the plan has, in evaluation mode and without augmentation. */
export interface Scorer {
  (): Promise<Pick<EpochRecord, "train" | "trainVal" | "testVal">>;
  dispose(): void;
}

/** Fixes which training samples are scored, once for all epochs. */
export function makeScorer({
  model,
  train,
  trainVal,
  testVal,
  seed,
  trainErrorSamples,
  options,
}: Plan): Scorer {
  const { signal } = options;
  const sampled = permutation(train.size, randomSource(seed, "train error"))
    .subarray(0, trainErrorSamples)
    .sort();
  const sampledLabels = Int32Array.from(sampled, (row) => train.labels[row]!);
  const forward = forwardOf(model);
  const score = async (dataset: typeof train): Promise<SplitScores> =>
    scores(await probabilitiesOf(model, dataset, { functionName: "fit", signal, forward }), dataset.labels);
  const scoreAll = async () => ({
    train: scores(
      await probabilitiesOf(model, train, { functionName: "fit", signal, forward, indices: sampled }),
      sampledLabels,
    ),
    ...(trainVal && { trainVal: await score(trainVal) }),
    ...(testVal && { testVal: await score(testVal) }),
  });
  return Object.assign(scoreAll, { dispose: () => forward.dispose() });
}
