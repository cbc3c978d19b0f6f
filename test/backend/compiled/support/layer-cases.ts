import * as tf from "@tensorflow/tfjs";

const { layers } = tf;

type Layer = tf.layers.Layer;

/** Layers of tfjs by what they are given, without the batch axis; each is followed by what makes 3 outputs of it. */
export const layerCases: readonly (readonly [name: string, input: readonly number[], make: () => Layer[]])[] =
  [
    ["dense", [5], () => [layers.dense({ units: 4, activation: "relu" })]],
    ["dense, tanh", [5], () => [layers.dense({ units: 4, activation: "tanh" })]],
    ["dense, sigmoid", [5], () => [layers.dense({ units: 4, activation: "sigmoid" })]],
    ["dense, elu", [5], () => [layers.dense({ units: 4, activation: "elu" })]],
    ["dense, selu", [5], () => [layers.dense({ units: 4, activation: "selu" })]],
    ["dense, softplus", [5], () => [layers.dense({ units: 4, activation: "softplus" })]],
    ["dense, softsign", [5], () => [layers.dense({ units: 4, activation: "softsign" })]],
    ["dense, swish", [5], () => [layers.dense({ units: 4, activation: "swish" })]],
    ["dense, hardSigmoid", [5], () => [layers.dense({ units: 4, activation: "hardSigmoid" })]],
    [
      "dense with L1 and L2",
      [5],
      () => [layers.dense({ units: 4, kernelRegularizer: tf.regularizers.l1l2() })],
    ],
    ["leakyReLU", [5], () => [layers.dense({ units: 4 }), layers.leakyReLU()]],
    ["prelu", [5], () => [layers.dense({ units: 4 }), layers.prelu()]],
    ["elu", [5], () => [layers.dense({ units: 4 }), layers.elu()]],
    ["softmax", [5], () => [layers.dense({ units: 4 }), layers.softmax()]],
    ["batchNormalization", [5], () => [layers.dense({ units: 4 }), layers.batchNormalization()]],
    ["layerNormalization", [5], () => [layers.dense({ units: 4 }), layers.layerNormalization()]],
    ["repeatVector", [5], () => [layers.dense({ units: 4 }), layers.repeatVector({ n: 3 })]],
    ["conv1d", [7, 3], () => [layers.conv1d({ filters: 4, kernelSize: 3, strides: 2 })]],
    ["maxPooling1d", [8, 3], () => [layers.conv1d({ filters: 4, kernelSize: 3 }), layers.maxPooling1d({})]],
    [
      "averagePooling1d",
      [8, 3],
      () => [layers.conv1d({ filters: 4, kernelSize: 3 }), layers.averagePooling1d({})],
    ],
    [
      "globalMaxPooling1d",
      [8, 3],
      () => [layers.conv1d({ filters: 4, kernelSize: 3 }), layers.globalMaxPooling1d()],
    ],
    [
      "upSampling2d",
      [4, 4, 2],
      () => [layers.conv2d({ filters: 3, kernelSize: 3 }), layers.upSampling2d({})],
    ],
    [
      "conv2d",
      [7, 6, 2],
      () => [layers.conv2d({ filters: 4, kernelSize: 3, padding: "same", activation: "relu" })],
    ],
    ["conv2dTranspose", [4, 4, 2], () => [layers.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2 })]],
    ["depthwiseConv2d", [6, 6, 2], () => [layers.depthwiseConv2d({ kernelSize: 3 })]],
    ["separableConv2d", [6, 6, 2], () => [layers.separableConv2d({ filters: 4, kernelSize: 3 })]],
    [
      "maxPooling2d",
      [8, 8, 2],
      () => [layers.conv2d({ filters: 3, kernelSize: 3 }), layers.maxPooling2d({})],
    ],
    [
      "averagePooling2d",
      [8, 8, 2],
      () => [layers.conv2d({ filters: 3, kernelSize: 3 }), layers.averagePooling2d({})],
    ],
    [
      "globalAveragePooling2d",
      [6, 6, 2],
      () => [layers.conv2d({ filters: 3, kernelSize: 3 }), layers.globalAveragePooling2d({})],
    ],
    [
      "zeroPadding2d",
      [5, 5, 2],
      () => [layers.zeroPadding2d(), layers.conv2d({ filters: 3, kernelSize: 3 })],
    ],
    [
      "cropping2D",
      [7, 7, 2],
      () => [
        layers.cropping2D({
          cropping: [
            [1, 1],
            [1, 1],
          ],
        }),
        layers.conv2d({ filters: 3, kernelSize: 3 }),
      ],
    ],
    [
      "batchNormalization of images",
      [5, 5, 2],
      () => [layers.conv2d({ filters: 3, kernelSize: 3 }), layers.batchNormalization()],
    ],
    [
      "permute and reshape",
      [4, 6],
      () => [
        layers.permute({ dims: [2, 1] }),
        layers.reshape({ targetShape: [12, 2] }),
        layers.conv1d({ filters: 2, kernelSize: 3 }),
      ],
    ],
    [
      "conv3d and maxPooling3d",
      [5, 5, 5, 1],
      () => [layers.conv3d({ filters: 2, kernelSize: 2 }), layers.maxPooling3d({})],
    ],
    [
      "averagePooling3d",
      [5, 5, 5, 1],
      () => [layers.conv3d({ filters: 2, kernelSize: 2 }), layers.averagePooling3d({})],
    ],
    ["simpleRNN", [5, 3], () => [layers.simpleRNN({ units: 4 })]],
    ["lstm", [5, 3], () => [layers.lstm({ units: 4 })]],
    ["lstm of the papers", [5, 3], () => [layers.lstm({ units: 4, recurrentActivation: "sigmoid" })]],
    ["gru", [5, 3], () => [layers.gru({ units: 4 })]],
    [
      "lstm of sequences, stacked",
      [5, 3],
      () => [layers.lstm({ units: 4, returnSequences: true }), layers.lstm({ units: 3 })],
    ],
    ["masking and lstm", [5, 3], () => [layers.masking({ maskValue: 0 }), layers.lstm({ units: 4 })]],
    [
      "bidirectional gru",
      [5, 3],
      () => [layers.bidirectional({ layer: layers.gru({ units: 3 }) as tf.RNN, mergeMode: "concat" })],
    ],
    ["timeDistributed dense", [5, 3], () => [layers.timeDistributed({ layer: layers.dense({ units: 2 }) })]],
    ["convLstm2d", [3, 5, 5, 1], () => [layers.convLstm2d({ filters: 2, kernelSize: 3 })]],
  ];
