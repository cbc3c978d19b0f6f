import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";

/** What Keras answers: fixtures/make_golden.py. */
interface GoldenCase {
  x: number[];
  shape: number[];
  fromKeras: number[];
  toKeras: number[];
}

/** A model that fixtures/make_golden.py has too. */
export interface Twin {
  readonly name: "pictures" | "words" | "masked";
  build(): tf.LayersModel;
}

/** The numbers of fixtures/golden.json. */
export const golden = JSON.parse(readFileSync("test/training/keras/fixtures/golden.json", "utf8")) as Record<
  Twin["name"],
  GoldenCase
>;

/** Every kind of layer that has weights and that both sides know, layer by layer as in Python. */
export const twins: readonly Twin[] = [
  {
    name: "pictures",
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({
            ...{ inputShape: [8, 8, 2], filters: 3, kernelSize: 3, strides: 2, padding: "same" },
            ...{ useBias: false, name: "conv" },
          }),
          tf.layers.batchNormalization({ momentum: 0.9, epsilon: 1e-5, name: "norm" }),
          tf.layers.activation({ activation: "relu", name: "relu" }),
          tf.layers.depthwiseConv2d({ kernelSize: 3, name: "depthwise" }),
          tf.layers.separableConv2d({ filters: 4, kernelSize: 2, activation: "tanh", name: "separable" }),
          tf.layers.flatten({ name: "flatten" }),
          tf.layers.dense({ units: 3, activation: "softmax", name: "output" }),
        ],
      }),
  },
  {
    name: "words",
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.embedding({ inputDim: 9, outputDim: 4, inputLength: 6, name: "embedding" }),
          tf.layers.bidirectional({
            layer: tf.layers.lstm({
              ...{ units: 3, returnSequences: true, recurrentActivation: "sigmoid" },
            }) as tf.RNN,
            mergeMode: "concat",
            name: "both",
          }),
          tf.layers.layerNormalization({ epsilon: 1e-3, name: "norm" }),
          tf.layers.gru({ units: 4, recurrentActivation: "sigmoid", name: "gru" }),
          tf.layers.dense({ units: 2, name: "output" }),
        ],
      }),
  },
  {
    name: "masked",
    build: () =>
      tf.sequential({
        layers: [
          tf.layers.masking({ inputShape: [5, 2], maskValue: 0, name: "mask" }),
          tf.layers.lstm({ units: 4, recurrentActivation: "sigmoid", name: "hidden" }),
          tf.layers.dense({ units: 2, activation: "softmax", name: "output" }),
        ],
      }),
  },
];

/** What a twin answers to the golden inputs, row-major. */
export function answer(model: tf.LayersModel, { x, shape }: GoldenCase): Float32Array {
  return tf.tidy(
    () => (model.predict(tf.tensor(x, shape, "float32")) as tf.Tensor).dataSync() as Float32Array,
  );
}

/** A twin whose weights are multiples of 1/32, all different from layer to layer and exact wherever they are written. */
export function filled({ build }: Twin): tf.LayersModel {
  const model = build();
  let drawn = 0;
  for (const layer of model.layers) {
    const tensors = layer.getWeights().map(({ shape, size }) => {
      const values = Float32Array.from({ length: size }, () => (((drawn++ * 37) % 64) - 31.5) / 32);
      const isVariance = layer.getClassName() === "BatchNormalization";
      return tf.tensor(isVariance ? values.map(Math.abs) : values, shape);
    });
    layer.setWeights(tensors);
    tf.dispose(tensors);
  }
  return model;
}
