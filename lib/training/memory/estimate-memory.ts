import type * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { OptimizerName, OptimizerSettings } from "../optimizers/optimizer-settings.js";
import { ruleOf } from "../optimizers/rule-of.js";
import { activationBytes } from "./activation-bytes.js";
import { numbersIn } from "./leaf-layers.js";
import type { MemoryEstimate, MemoryPart } from "./memory-estimate.js";
import { patchBytes } from "./patch-bytes.js";

/** Options for {@link estimateMemory}. */
export interface EstimateMemoryOptions {
  /** Samples per batch; defaults to 32. */
  batchSize?: number;
  /** Its name or settings; defaults to "adam", which keeps two numbers for each weight. */
  optimizer?: OptimizerName | OptimizerSettings;
  /** Counted as if all of it were in memory. */
  dataset?: Dataset;
}

/**
 * How much memory training a model will take, before it does. Within a third of what was measured for the models of
 * this library on native TensorFlow; layers of your own that make large tensors inside are not seen.
 *
 * @throws UsageError for a batch size or an optimizer that cannot be
 * @example
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [100] })] });
 * estimateMemory(model, { batchSize: 1000 }).parts.find(({ part }) => part === "weights"); // { part: "weights", bytes: 4040 }
 */
export function estimateMemory(model: tf.LayersModel, options: EstimateMemoryOptions = {}): MemoryEstimate {
  checkOptions("estimateMemory", options, ["batchSize", "optimizer", "dataset"]);
  const { batchSize = 32, optimizer = "adam", dataset } = options;
  assertNumber("estimateMemory", { batchSize }, { whole: true, above: 0 });
  const { rule } = ruleOf(typeof optimizer === "string" ? { name: optimizer } : optimizer);
  const trainable = weightBytes(model.trainableWeights);
  const sample = sampleNumbers(model);
  const added: MemoryPart[] = [
    { part: "gradients", bytes: trainable },
    { part: "optimizer slots", bytes: trainable * rule.slots.length },
    { part: "activations", bytes: batchSize * activationBytes(model) },
    { part: "patches", bytes: batchSize * patchBytes(model) },
    { part: "batch", bytes: batchSize * sample * 4 },
  ];
  return {
    batchSize,
    parts: [
      { part: "weights", bytes: weightBytes(model.weights) },
      ...added,
      ...(dataset === undefined ? [] : [{ part: "data set", bytes: dataSetBytes(dataset) } as const]),
    ],
    bytes: added.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function weightBytes(weights: tf.LayersModel["weights"]): number {
  return weights.reduce((sum, { shape }) => sum + 4 * numbersIn(shape), 0);
}

function sampleNumbers(model: tf.LayersModel): number {
  return model.inputs.reduce((sum, { shape }) => sum + numbersIn(shape), 0);
}

function dataSetBytes({ size, shape, batch }: Dataset): number {
  return size * numbersIn(shape) * batch([0]).x.BYTES_PER_ELEMENT;
}
