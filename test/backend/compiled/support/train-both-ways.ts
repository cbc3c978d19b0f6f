import * as tf from "@tensorflow/tfjs";
import { normal, randomSource } from "../../../../lib/core/index.js";

/** A model in training, made anew for each way. */
export interface Trained {
  model: tf.LayersModel;
  /** One update, which returns the loss. */
  step: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor;
  /** Shape of a sample, without the batch axis. */
  input: readonly number[];
  output: readonly number[];
  /** Done before each update, outside of the step. */
  before?: (update: number) => void;
  /** Why the last update was not compiled, or undefined. */
  why: () => string | undefined;
  dispose?: () => void;
}

/** The weights after `updates` updates op by op and compiled, and why the last was not compiled if it was not. */
export function trainBothWays(
  make: (compiled: boolean) => Trained,
  { updates = 20, batch = batchOf }: { updates?: number; batch?: typeof batchOf } = {},
): { expected: number[]; received: number[]; why: string | undefined } {
  const run = (compiled: boolean) => {
    const trained = make(compiled);
    seedWeights(trained.model);
    for (let update = 0; update < updates; update++) {
      const [x, y] = batch(trained.input, trained.output, update);
      trained.before?.(update);
      tf.dispose([trained.step(x, y), x, y]);
    }
    const weights = weightsOf(trained.model);
    const why = trained.why();
    trained.dispose?.();
    trained.model.dispose();
    return { weights, why };
  };
  const expected = run(false).weights;
  const { weights: received, why } = run(true);
  return { expected, received, why };
}

/** Normal numbers, shapes [batch, …input] and [batch, …output]. */
export function batchOf(
  input: readonly number[],
  output: readonly number[],
  seed: number,
): [tf.Tensor, tf.Tensor] {
  const random = randomSource(seed, "batch");
  const draw = (shape: number[]) => tf.tensor(normals(shape, random), shape);
  return [draw([4, ...input]), draw([4, ...output])];
}

function seedWeights(model: tf.LayersModel): void {
  const random = randomSource(0, "weights");
  for (const weight of model.weights) {
    const values = normals(weight.shape as number[], random).map((value) => 0.3 * value);
    if (/variance/.test(weight.name)) values.fill(1);
    tf.tidy(() => void weight.write(tf.tensor(values, weight.shape as number[])));
  }
}

function normals(shape: readonly number[], random: ReturnType<typeof randomSource>): Float32Array {
  return Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => normal(random));
}

function weightsOf(model: tf.LayersModel): number[] {
  return model.weights.flatMap((weight) => Array.from(weight.read().dataSync()));
}
