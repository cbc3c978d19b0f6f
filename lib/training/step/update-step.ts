import * as tf from "@tensorflow/tfjs";
import { type CompileReport, compile } from "../../backend/index.js";
import type { BatchLoss } from "../losses/batch-loss.js";
import { crossEntropy } from "../losses/cross-entropy.js";
import type { RuleOptimizer } from "../optimizers/rule-optimizer.js";
import { clipGradients, type GradientClipping } from "./clip-gradients.js";
import { GradientSums } from "./gradient-sums.js";
import { l2Penalty } from "./l2-penalty.js";
import { penalties } from "./penalties.js";
import { withoutLeftovers } from "./without-leftovers.js";

/** One part of an update whose samples come in several batches. */
export interface BatchPart {
  /** The batch's share of all the update's samples, 0 … 1; the shares of an update sum to 1. */
  share: number;
  /** Whether it is the last part, after which the weights move. */
  last: boolean;
}

/** Samples with their labels, as the network and the loss take them. */
export interface LabelledBatch {
  /** Shape [batch, …sample]. */
  x: tf.Tensor;
  /** What the loss takes: for the default, integer labels, shape [batch]. */
  y: tf.Tensor;
}

/** One update of a model's weights on what its batch is made of; returns the batch's mean loss, a scalar that the caller disposes. */
export interface UpdateStep<Given extends readonly tf.Tensor[]> {
  /** @param part - defaults to the whole update */
  (given: Given, part?: BatchPart): tf.Scalar;
  /**
   * Several whole updates in one call, one after the other, to the bits of as many calls; nothing may change between
   * them but the weights and the optimizer: no noise is drawn anew, no rate is set.
   *
   * @param given - for all of them, joined along the first axis in equal parts
   * @returns the losses, shape [updates]; the caller disposes them
   */
  several(given: Given, updates: number): tf.Tensor1D;
  /** Whether the step runs as one compiled call, and if not why. */
  report(): CompileReport;
  /** Frees what the step keeps between calls: its compiled form, and sums of gradients where updates come in parts. */
  dispose(): void;
}

/** Options for a training step. */
export interface TrainStepOptions extends GradientClipping {
  /** What to minimise; defaults to the cross-entropy of integer labels, shape [batch], and probabilities. */
  loss?: BatchLoss;
  /** Whether layers behave as in training (dropout drops, batch-norm looks at the batch); defaults to true. */
  training?: boolean;
  /** Whether the regularization that layers ask for is part of the loss; defaults to true. */
  penalties?: boolean;
  /** Adds l2 · Σ w² over all weights of two axes and more to the loss; defaults to 0. */
  l2?: number;
  /** Whether the step may run as one compiled call, where the backend can; defaults to true. */
  compiled?: boolean;
}

/**
 * The step of {@link trainStep}, whose batch is made inside of it.
 *
 * @param batchFrom - makes the batch of what a call is given, in ops that can be compiled
 * @param optimizer - updates the model's trainable weights in place
 */
export function updateStep<Given extends readonly tf.Tensor[]>(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  batchFrom: (...given: Given) => LabelledBatch,
  {
    loss = crossEntropy(),
    training = true,
    penalties: withPenalties = true,
    l2 = 0,
    compiled: mayCompile = true,
    ...clipping
  }: TrainStepOptions = {},
): UpdateStep<Given> {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const total = (x: tf.Tensor, y: tf.Tensor): tf.Scalar => {
    const terms = [loss(y, model.apply(x, { training }) as tf.Tensor)];
    if (withPenalties) terms.push(...penalties(model));
    if (l2 > 0) terms.push(l2Penalty(variables, l2));
    return terms.reduce((sum, term) => sum.add(term));
  };
  const update = (gradients: readonly (tf.Tensor | null)[]): void => {
    const clipped = clipGradients(gradients, clipping);
    const named = variables.map(({ name }, i) => ({ name, tensor: clipped[i] as tf.Tensor }));
    optimizer.applyGradients(named);
  };
  let sums: GradientSums | undefined;
  const plain = ({ share, last }: BatchPart, ...given: Given): tf.Scalar =>
    tf.tidy(() => {
      const { x, y } = batchFrom(...given);
      const { value, grads } = withoutLeftovers(() => tf.variableGrads(() => total(x, y), variables));
      const gradients = variables.map(({ name }) => grads[name] ?? null);
      if (sums === undefined) update(gradients);
      else {
        sums.add(gradients, share);
        if (last) sums.take(update);
      }
      return value;
    });
  // tfjs says of every optimizer that it is an instance of each; ours has all that changes in variables.
  const ours = "prepare" in optimizer ? (optimizer as RuleOptimizer) : undefined;
  const watch = ours === undefined ? [model, optimizer] : [model];
  const compiled = compile(plain, { watch });
  const plainSeveral = (updates: number, ...given: Given): tf.Tensor1D =>
    tf.tidy(() => {
      const parts = given.map((all) => tf.split(all, updates));
      const losses = Array.from({ length: updates }, (_, i) =>
        plain(wholeUpdate, ...(parts.map((part) => part[i]!) as unknown as Given)),
      );
      return tf.stack(losses) as tf.Tensor1D;
    });
  const compiledSeveral = compile(plainSeveral, { watch, repeats: (...[updates]) => updates });
  const step = (given: Given, part: BatchPart = wholeUpdate): tf.Scalar => {
    if (sums === undefined && !(part.share === 1 && part.last)) sums = new GradientSums(variables);
    ours?.prepare(variables);
    return mayCompile ? compiled(part, ...given) : plain(part, ...given);
  };
  const several = (given: Given, updates: number): tf.Tensor1D => {
    ours?.prepare(variables);
    return mayCompile ? compiledSeveral(updates, ...given) : plainSeveral(updates, ...given);
  };
  return Object.assign(step, {
    several,
    report: () => (mayCompile ? compiled.report() : asAsked),
    dispose: () => {
      compiled.dispose();
      compiledSeveral.dispose();
      sums?.dispose();
      sums = undefined;
    },
  });
}

const wholeUpdate: BatchPart = { share: 1, last: true };

const asAsked: CompileReport = {
  compiled: false,
  why: "The step runs op by op, as it was asked to.",
  recordings: 0,
  seconds: 0,
};
