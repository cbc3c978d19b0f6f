import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { start } from "../../../../lib/backend/index.js";
import { type NodeBackend, nativeBackend } from "../../../../lib/backend/tensorflow/index.js";
import { farthest, onBackend } from "../../support/on-backend.js";

type Layer = tf.layers.Layer;

/**
 * In training: what a layer gives, the gradients of its weights, the statistics that it moved, and the gradient of its
 * input, which tfjs's masking has not.
 */
function pass(layer: Layer, x: tf.Tensor, masking: boolean): tf.Tensor[] {
  const input = tf.input({ shape: x.shape.slice(1) });
  const given = masking ? tf.layers.masking({ maskValue: 0 }).apply(input) : input;
  const model = tf.model({ inputs: input, outputs: layer.apply(given) as tf.SymbolicTensor });
  const weights = model.trainableWeights.map((weight, i) => {
    weight.write(tf.randomNormal(weight.shape as number[], 0, 0.5, "float32", i + 1));
    return weight.read() as tf.Variable;
  });
  const run = (of: tf.Tensor) => model.apply(of, { training: true }) as tf.Tensor;
  const output = run(x);
  const loss = (of: tf.Tensor): tf.Scalar =>
    run(of)
      .mul(tf.randomNormal(output.shape, 0, 1, "float32", 9))
      .sum();
  const { value, grads } = tf.variableGrads(() => loss(x), weights);
  const moved = model.nonTrainableWeights.map((weight) => weight.read().clone());
  const results = [output, value, ...Object.values(grads), ...moved, ...(masking ? [] : [tf.grad(loss)(x)])];
  tf.dispose(model.weights.map((weight) => weight.read()));
  return results;
}

const random = (...shape: number[]): tf.Tensor => tf.randomNormal(shape, 0, 1, "float32", 7);

/** Three sequences of five steps: one whole, one with a gap and an end, one of nothing but padding. */
const gaps = (): tf.Tensor =>
  random(3, 5, 2).mul(
    tf.tensor3d([1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0], [3, 5, 1]).add(tf.zeros([3, 5, 2])),
  );

const lstm = (more: object = {}) => tf.layers.lstm({ units: 3, recurrentActivation: "sigmoid", ...more });

const cases: Record<string, { layer: () => Layer; x: () => tf.Tensor; masking?: boolean; op?: string }> = {
  "an LSTM": { layer: () => lstm(), x: () => random(4, 6, 2), op: "BlockLSTMV2" },
  "an LSTM that returns sequences": {
    layer: () => lstm({ returnSequences: true }),
    x: () => random(4, 6, 2),
    op: "BlockLSTMV2",
  },
  "an LSTM without a bias that goes backwards": {
    layer: () => lstm({ useBias: false, goBackwards: true }),
    x: () => random(4, 6, 2),
    op: "BlockLSTMV2",
  },
  "a masked LSTM": { layer: () => lstm(), x: gaps, masking: true, op: "BlockLSTMV2" },
  "a masked LSTM that returns sequences backwards": {
    layer: () => lstm({ returnSequences: true, goBackwards: true }),
    x: gaps,
    masking: true,
    op: "BlockLSTMV2",
  },
  "an LSTM with hard gates": {
    layer: () => lstm({ recurrentActivation: "hardSigmoid" }),
    x: () => random(4, 6, 2),
  },
  "an LSTM with another activation": {
    layer: () => lstm({ activation: "relu" }),
    x: () => random(4, 3, 2),
  },
  "batch normalization of images": {
    layer: () => tf.layers.batchNormalization({ momentum: 0.9 }),
    x: () => random(3, 4, 5, 2),
    op: "FusedBatchNormV3",
  },
  "batch normalization of vectors": {
    layer: () => tf.layers.batchNormalization({}),
    x: () => random(6, 3),
  },
};

test.each(Object.entries(cases))(
  "%s gives in training what tfjs's own ops give, gradients and statistics too",
  async (_, { layer, x, masking = false, op }) => {
    const compute = () => pass(layer(), x(), masking);
    const expected = await onBackend("cpu", compute);
    const ops = await recordOps();
    const received = await onBackend("tensorflow", compute);
    ops.stop();
    expect(received.map((values, i) => farthest(values, expected[i]!)).filter((far) => far > 1e-4)).toEqual(
      [],
    );
    const fused = ops.seen.filter((name) => name === "BlockLSTMV2" || name === "FusedBatchNormV3");
    expect(new Set(fused)).toEqual(new Set(op === undefined ? [] : [op]));
  },
);

/** The names of all ops from here on. */
async function recordOps(): Promise<{ seen: string[]; stop: () => void }> {
  await start({ backend: "tensorflow", quiet: true });
  const { binding } = nativeBackend() as NodeBackend;
  const seen: string[] = [];
  const stop = binding.wrapCalls(({ executeOp }) => ({
    executeOp: (name, ...rest) => {
      seen.push(name);
      return executeOp(name, ...rest);
    },
  }));
  return { seen, stop };
}

test.each(["an LSTM", "a masked LSTM", "batch normalization of images"])(
  "%s leaves no tensor behind",
  async (name) => {
    const { layer, x, masking = false } = cases[name]!;
    await start({ backend: "tensorflow", quiet: true });
    const { binding } = nativeBackend() as NodeBackend;
    const counts = [1, 2].map(() => {
      tf.tidy(() => void pass(layer(), x(), masking));
      return [tf.memory().numTensors, binding.getNumOfTensors()];
    });
    expect(counts[1]).toEqual(counts[0]);
  },
);
