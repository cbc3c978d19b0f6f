import * as tf from "@tensorflow/tfjs";
import * as training from "../../../../lib/training/index.js";
import { blobs } from "../../../support/blobs.js";

/** A small network with all that remembers something: dropout, noise, batch normalization. */
export function richNetwork(): tf.LayersModel {
  const kernelInitializer = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.dense({
        units: 6,
        inputShape: [4],
        activation: "relu",
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.batchNormalization(),
      tf.layers.dropout({ rate: 0.3 }),
      tf.layers.gaussianNoise({ stddev: 0.1 }),
      tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: kernelInitializer(2) }),
    ],
  });
}

/** 3 epochs of 4 updates with all that changes on the way: a schedule, augmentation, accumulation, early stopping. */
export const richOptions: training.FitOptions = {
  epochs: 3,
  batchSize: 8,
  gradientAccumulation: 2,
  learningRate: training.cosine({ from: 0.05 }),
  optimizer: { name: "adamW", weightDecay: 0.01 },
  clipNorm: 1,
  seed: 5,
  augment: (batch, _, random) => ({
    ...batch,
    x: Float32Array.from(batch.x, (value) => value + random() / 10),
  }),
  earlyStopping: { watch: "testVal", metric: "loss", patience: 2 },
};

export const richData = blobs(60);
export const richValidation = blobs(30, { seed: 1 });

/** What a finished training leaves that must be the same: weights and history, but for what a clock says. */
export function outcome(model: tf.LayersModel, history: Awaited<ReturnType<typeof training.fit>>): unknown {
  const epochs = history.epochs.map(({ seconds: _, samplesPerSecond: __, ...rest }) => rest);
  return {
    weights: model.getWeights().map((weight) => [...weight.dataSync()]),
    history: { ...history, epochs },
  };
}

/** The training from start or checkpoint to end, or to where `onStep` throws. */
export async function train(options: training.FitOptions): Promise<unknown> {
  const model = richNetwork();
  try {
    const history = await training.fit(model, richData, {
      ...richOptions,
      testVal: richValidation,
      ...options,
    });
    return outcome(model, history);
  } finally {
    model.dispose();
  }
}
