import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { initializer } from "../initialization/initializer.js";
import { orthogonal } from "../initialization/orthogonal.js";
import { assertInputShape } from "./assert-input-shape.js";
import { assertCount, assertNetwork } from "./assert-network.js";
import { type NetworkOptions, networkOptionNames } from "./network-options.js";
import { outputLayer } from "./output-layer.js";

/** Options for {@link lstm}. */
export type LstmOptions = NetworkOptions & {
  /** One sequence's shape, [steps, features]; shorter sequences are padded with steps of zeros. */
  inputShape: readonly number[];
  /** Units of the hidden layer; defaults to 64. */
  units?: number;
};

/**
 * One layer of long short-term memory, the first network to try on sequences; it answers after the last step.
 *
 * A step whose features are all 0 is taken for padding and skipped, so that a sequence's answer does not depend on how
 * far it was padded. A real step of nothing but zeros would be skipped too: give such data one more feature, always 1.
 *
 * As in Keras: Glorot's start for what comes in (here from a normal distribution), an orthogonal one for what goes
 * round, and a bias of 1 on the forget gate.
 *
 * @returns a model from [batch, steps, features] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built, where an option is not what it should be
 * @see S. Hochreiter and J. Schmidhuber, "Long Short-Term Memory" (1997); F. Gers, J. Schmidhuber and F. Cummins,
 *   "Learning to Forget" (2000); R. Jozefowicz, W. Zaremba and I. Sutskever, "An Empirical Exploration of Recurrent
 *   Network Architectures" (2015), on the forget gate's bias
 * @example
 * lstm({ inputShape: [50, 64], units: 128, classes: 10 }).countParams(); // 100106
 */
export function lstm(options: LstmOptions): tf.LayersModel {
  checkOptions("lstm", options, ["inputShape", "units", ...networkOptionNames]);
  const { inputShape, units = 64, seed = 0 } = options;
  assertNetwork("lstm", options);
  assertInputShape("lstm", inputShape, { rank: 2 });
  assertCount("lstm", { units });

  const sequence = tf.input({ shape: [...inputShape] });
  const hidden = [
    tf.layers.masking({ name: "mask", maskValue: 0 }),
    tf.layers.lstm({
      name: "hidden",
      units,
      // TensorFlow.js would take the piecewise linear one, which is nobody's LSTM today.
      recurrentActivation: "sigmoid",
      kernelInitializer: initializer("tanh", seed, "hidden"),
      recurrentInitializer: orthogonal(seed, "hidden"),
      unitForgetBias: true,
    }),
    outputLayer(options),
  ];
  let output = sequence;
  // TensorFlow.js forgets four tensors while it makes the forget gate's bias.
  tf.tidy(() => {
    for (const layer of hidden) output = layer.apply(output) as tf.SymbolicTensor;
  });
  return tf.model({ name: "LSTM", inputs: sequence, outputs: output });
}
