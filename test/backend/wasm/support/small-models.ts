import * as tf from "@tensorflow/tfjs";

const { layers } = tf;

/** LeNet on small images: two convolutions, two max-poolings, three dense layers. */
export function smallLeNet(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.conv2d({ inputShape: [16, 16, 2], filters: 6, kernelSize: 5, activation: "relu" }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.conv2d({ filters: 8, kernelSize: 3, activation: "tanh" }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 12, activation: "relu" }),
      layers.dropout({ rate: 0.25, seed: 3 }),
      layers.dense({ units: 4, activation: "softmax" }),
    ],
  });
}

/** A one-layer LSTM that skips steps of zeros. */
export function maskedLstm(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.masking({ maskValue: 0, inputShape: [6, 3] }),
      layers.lstm({ units: 5, dropout: 0 }),
      layers.dense({ units: 4, activation: "softmax" }),
    ],
  });
}

/** Words to vectors, summed up by an LSTM; the mask comes from word 0. */
export function embeddedLstm(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.embedding({ inputDim: 7, outputDim: 3, maskZero: true, inputLength: 5 }),
      layers.lstm({ units: 4, recurrentActivation: "sigmoid" }),
      layers.dense({ units: 4, activation: "softmax" }),
    ],
  });
}

/** Two residual blocks, the second with a strided shortcut; batch norm after each convolution; global pooling. */
export function smallResNet(): tf.LayersModel {
  const convolve = (x: tf.SymbolicTensor, filters: number, kernelSize: number, strides = 1) => {
    const y = layers.conv2d({ filters, kernelSize, strides, padding: "same", useBias: false }).apply(x);
    return layers.batchNormalization({}).apply(y) as tf.SymbolicTensor;
  };
  const relu = (x: tf.SymbolicTensor) => layers.reLU().apply(x) as tf.SymbolicTensor;
  const block = (x: tf.SymbolicTensor, filters: number, strides: number) => {
    const y = convolve(relu(convolve(x, filters, 3, strides)), filters, 3);
    const shortcut = strides === 1 ? x : convolve(x, filters, 1, strides);
    return relu(layers.add().apply([y, shortcut]) as tf.SymbolicTensor);
  };
  const inputs = tf.input({ shape: [8, 7, 3] });
  const features = block(block(relu(convolve(inputs, 4, 3)), 4, 1), 6, 2);
  const pooled = layers.globalAveragePooling2d({}).apply(features);
  const outputs = layers.dense({ units: 4, activation: "softmax" }).apply(pooled) as tf.SymbolicTensor;
  return tf.model({ inputs, outputs });
}

/** Average-pooling, a depthwise-separable convolution and the rest of the layers that images meet. */
export function separableNet(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.separableConv2d({ inputShape: [8, 8, 2], filters: 4, kernelSize: 3, padding: "same" }),
      layers.leakyReLU({ alpha: 0.1 }),
      layers.averagePooling2d({ poolSize: 2 }),
      layers.depthwiseConv2d({ kernelSize: 3, padding: "same", depthMultiplier: 2 }),
      layers.activation({ activation: "elu" }),
      layers.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, padding: "same" }),
      layers.globalMaxPooling2d({}),
      layers.dense({ units: 4, activation: "softmax" }),
    ],
  });
}
