import * as tf from "@tensorflow/tfjs";
import { checkOptions, UsageError } from "../../core/index.js";
import { type Activation, activations, initializer, layerSeed } from "../initialization/initializer.js";
import { assertInputShape } from "./assert-input-shape.js";
import { assertCount, assertNetwork, assertOneOf } from "./assert-network.js";
import { type NetworkOptions, networkOptionNames } from "./network-options.js";
import { outputLayer } from "./output-layer.js";

/** Options for {@link plainNetwork}. */
export type PlainNetworkOptions = NetworkOptions & {
  /** One sample's shape, [features]. */
  inputShape: readonly number[];
  /** Hidden layers; defaults to 50. */
  depth?: number;
  /** Units of each hidden layer; defaults to 256. */
  units?: number;
  /** The hidden layers' activation; defaults to "relu". */
  activation?: Activation;
  /**
   * How the hidden layers' weights start: He's normal, Glorot's normal, or a normal of this deviation; defaults to what
   * the activation needs, "he" before a ReLU and "glorot" before tanh.
   */
  initialization?: "he" | "glorot" | number;
};

/**
 * Many dense layers one behind the other and nothing that helps, neither shortcuts nor batch norm: for seeing what
 * initialization does.
 *
 * @returns a model from [batch, features] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built, where an option is not what it should be
 * @see K. He et al., "Delving Deep into Rectifiers" (2015), figure 3: 30 layers learn from He's start and not from Glorot's
 * @example
 * plainNetwork({ inputShape: [8], classes: 2, depth: 3, units: 8 }).countParams(); // 234
 */
export function plainNetwork(options: PlainNetworkOptions): tf.LayersModel {
  const names = ["inputShape", "depth", "units", "activation", "initialization"];
  checkOptions("plainNetwork", options, [...names, ...networkOptionNames]);
  const { inputShape, depth = 50, units = 256, activation = "relu", seed = 0 } = options;
  const { initialization = activation === "relu" ? "he" : "glorot" } = options;
  assertNetwork("plainNetwork", options);
  assertInputShape("plainNetwork", inputShape, { rank: 1 });
  assertCount("plainNetwork", { depth });
  assertCount("plainNetwork", { units });
  assertOneOf("plainNetwork", { activation }, activations);
  assertInitialization(initialization);

  const input = tf.input({ shape: [...inputShape] });
  let x = input;
  for (let i = 1; i <= depth; i++) {
    const name = `hidden${i}`;
    const kernelInitializer = startOf(initialization, seed, name);
    x = tf.layers.dense({ name, units, activation, kernelInitializer }).apply(x) as tf.SymbolicTensor;
  }
  const output = outputLayer(options).apply(x) as tf.SymbolicTensor;
  return tf.model({ name: "PlainNetwork", inputs: input, outputs: output });
}

function startOf(initialization: "he" | "glorot" | number, seed: number, layer: string) {
  if (typeof initialization === "string")
    return initializer(initialization === "he" ? "relu" : "tanh", seed, layer);
  return tf.initializers.randomNormal({ mean: 0, stddev: initialization, seed: layerSeed(seed, layer) });
}

function assertInitialization(initialization: "he" | "glorot" | number): void {
  if (initialization === "he" || initialization === "glorot" || initialization > 0) return;
  throw new UsageError({
    got: `plainNetwork got initialization = ${JSON.stringify(initialization)}.`,
    expected: `"he", "glorot", or a deviation above 0.`,
    fix: `pass { initialization: "he" }, or leave it out.`,
  });
}
