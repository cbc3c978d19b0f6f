import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";

/** How large what one layer gives out is. */
export interface ActivationVariance {
  /** The layer's name. */
  readonly layer: string;
  /** Over samples, places and units. */
  readonly variance: number;
}

/**
 * The variance of what each hidden layer gives out, behind its activation, from the first layer to the last.
 *
 * Measured as the first step of training would see it: batch norm looks at the batch. In a residual network the rows are
 * the ReLUs inside of the blocks and those behind each sum, so that the sums show whether the blocks' contributions add
 * up. The model is left as it was.
 *
 * @param model - at its initialization, if that is what you want to know
 * @param x - inputs as the network should see them, of variance about 1; shape [batch, …sample]
 * @throws UsageError when no layer has an activation
 * @see X. Glorot and Y. Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks" (2010),
 *   figure 6; K. He et al., "Delving Deep into Rectifiers" (2015), section 2.2
 */
export async function activationVariance(model: tf.LayersModel, x: tf.Tensor): Promise<ActivationVariance[]> {
  const hidden = model.layers.filter(hasActivation);
  if (hidden.length === 0)
    throw new UsageError({
      got: "activationVariance got a model in which no hidden layer has an activation.",
      expected: "one layer or more with ReLU, tanh or the like.",
      fix: "give the hidden layers an activation, or look at model.predict(x) itself.",
    });
  const outputs = await outputsInTraining(model, hidden, x);
  try {
    const rows: ActivationVariance[] = [];
    for (const [i, { name }] of hidden.entries())
      rows.push({ layer: name, variance: varianceOf(await outputs[i]!.data()) });
    return rows;
  } finally {
    tf.dispose(outputs);
  }
}

function hasActivation(layer: tf.layers.Layer): boolean {
  const { activation } = layer.getConfig();
  return typeof activation === "string" && activation !== "linear" && activation !== "softmax";
}

/** One output per layer; a batch norm's running statistics, which a call in training mode moves, are put back. */
async function outputsInTraining(
  model: tf.LayersModel,
  layers: readonly tf.layers.Layer[],
  x: tf.Tensor,
): Promise<tf.Tensor[]> {
  const before = model.nonTrainableWeights.map((weight) => weight.read().clone());
  const observed = tf.model({
    inputs: model.inputs,
    outputs: layers.map(({ output }) => [output].flat()[0]!),
  });
  try {
    return tf.tidy(() => [observed.apply(x, { training: true }) as tf.Tensor | tf.Tensor[]].flat());
  } finally {
    for (const [i, weight] of model.nonTrainableWeights.entries()) weight.write(before[i]!);
    tf.dispose(before);
  }
}

/** In float64, because what vanishes in float32 should still be seen to. */
function varianceOf(values: ArrayLike<number>): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return sum / values.length;
}
