import * as tf from "@tensorflow/tfjs";

/** One hidden layer between `features` numbers and `classes` probabilities, always with the same weights. */
export function smallNetwork({ features = 4, classes = 3 } = {}): tf.LayersModel {
  const kernelInitializer = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.dense({
        units: 8,
        inputShape: [features],
        activation: "relu",
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.dense({ units: classes, activation: "softmax", kernelInitializer: kernelInitializer(2) }),
    ],
  });
}
