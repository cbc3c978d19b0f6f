import { type Dataset, nearestName, UsageError } from "../../core/index.js";
import { assertClassWeights } from "./assert-class-weights.js";
import type { BatchLoss } from "./batch-loss.js";
import { balancedWeights, effectiveNumberWeights } from "./class-weights.js";
import { crossEntropy } from "./cross-entropy.js";
import { type FocalOptions, focal } from "./focal.js";

/** A built-in loss by its name, a focal loss with its settings, or a loss of your own. */
export type LossChoice =
  | "crossEntropy"
  | "focal"
  | ({ name: "focal" } & Pick<FocalOptions, "gamma" | "alpha">)
  | BatchLoss;

/** Weights for each class, or how to find them from the labels. */
export type ClassWeightsChoice = "balanced" | "effectiveNumber" | readonly number[];

/** What decides the loss of a training. */
export interface LossSettings {
  loss: LossChoice;
  classWeights: ClassWeightsChoice | undefined;
  labelSmoothing: number;
}

/** The loss that `fit`'s options ask for. */
export function lossOf({ loss, classWeights, labelSmoothing }: LossSettings, train: Dataset): BatchLoss {
  if (typeof loss === "function") {
    if (classWeights === undefined && labelSmoothing === 0) return loss;
    throw new UsageError({
      got: `fit got a loss of its own together with ${classWeights === undefined ? "labelSmoothing" : "classWeights"}.`,
      expected: "these only with a built-in loss: your own has to apply them itself.",
      fix: `pass { loss: "crossEntropy" }, or leave them out and build them in.`,
    });
  }
  const weights = weightsOf(classWeights, train);
  assertClassWeights("fit", weights, train.classes.length);
  const common = { labelSmoothing, ...(weights && { classWeights: weights }) };
  const { name, ...settings } = typeof loss === "string" ? { name: loss } : loss;
  if (name === "crossEntropy") return crossEntropy(common);
  if (name === "focal") return focal({ ...settings, ...common });
  const names = ["crossEntropy", "focal"];
  throw new UsageError({
    got: `fit got the loss ${JSON.stringify(name)}.`,
    expected: `one of ${names.map((known) => `"${known}"`).join(", ")}, or a function of labels and output.`,
    fix: `pass { loss: "${nearestName(String(name), names) ?? "crossEntropy"}" }.`,
  });
}

function weightsOf(choice: ClassWeightsChoice | undefined, train: Dataset): readonly number[] | undefined {
  if (typeof choice !== "string") return choice;
  if (choice === "balanced") return balancedWeights(train);
  if (choice === "effectiveNumber") return effectiveNumberWeights(train);
  throw new UsageError({
    got: `fit got classWeights = ${JSON.stringify(choice)}.`,
    expected: `"balanced", "effectiveNumber", or one number for each class.`,
    fix: `pass { classWeights: "balanced" }.`,
  });
}
