import { type EpochRecord, permutation, randomSource, type SplitScores } from "../../core/index.js";
import { forwardOf } from "../forward.js";
import { probabilitiesOf } from "../probabilities.js";
import { scores } from "../scores.js";
import type { BatchSource } from "./batch-source.js";
import type { Plan } from "./plan.js";

/** Scores of every split that the plan has, in evaluation mode and without augmentation. */
export interface Scorer {
  (): Promise<Pick<EpochRecord, "train" | "trainVal" | "testVal">>;
  dispose(): void;
}

/** Fixes which training samples are scored, once for all epochs. */
export function makeScorer(plan: Plan, source: BatchSource): Scorer {
  const { model, train, trainVal, testVal, seed, trainErrorSamples, options } = plan;
  const { signal } = options;
  const sampled = permutation(train.size, randomSource(seed, "train error"))
    .subarray(0, trainErrorSamples)
    .sort();
  const sampledLabels = Int32Array.from(sampled, (row) => train.labels[row]!);
  const forward = forwardOf(model);
  const ofHeld = source.isHeld
    ? { forward: forwardOf(model, (...given) => source.open(...given).x), give: source.give }
    : undefined;
  const asked = { functionName: "fit", signal, forward };
  const score = async (dataset: typeof train): Promise<SplitScores> =>
    scores(await probabilitiesOf(model, dataset, asked), dataset.labels);
  const scoreAll = async () => ({
    train: scores(
      await probabilitiesOf(model, train, { ...asked, indices: sampled, ...ofHeld }),
      sampledLabels,
    ),
    ...(trainVal && { trainVal: await score(trainVal) }),
    ...(testVal && { testVal: await score(testVal) }),
  });
  const dispose = (): void => {
    forward.dispose();
    ofHeld?.forward.dispose();
  };
  return Object.assign(scoreAll, { dispose });
}
