import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../load-kernels.js";
import type { OpAttribute } from "../op-types.js";
import { attributeTypes, dataTypes } from "../type-codes.js";
import type { CallArguments, Save } from "./replace-call.js";

/** What we read of tfjs's batch normalization layer. */
interface BatchNormLayer {
  readonly axis: number;
  readonly epsilon: number;
  readonly momentum: number;
  readonly gamma?: Weight;
  readonly beta?: Weight;
  readonly movingMean: Weight;
  readonly movingVariance: Weight;
}

interface Weight {
  read(): tf.Tensor;
  write(value: tf.Tensor): void;
}

/**
 * Batch normalization of images in training in one op, and its gradient in another, where tfjs composes both of dozens.
 *
 * @param x - shape [batch, height, width, channels], normalized over all axes but the last
 */
export function batchNormCall(
  backend: NodeBackend,
  { axis, epsilon, momentum, gamma, beta, movingMean, movingVariance }: BatchNormLayer,
  x: tf.Tensor,
  given: CallArguments,
): tf.Tensor | undefined {
  if (given?.training !== true || x.rank !== 4 || x.dtype !== "float32") return undefined;
  if ((axis !== -1 && axis !== 3) || gamma === undefined || beta === undefined) return undefined;

  const attributes = [...common, { name: "epsilon", type: attributeTypes.float, value: epsilon }];
  const normalize = tf.customGrad((...args) => {
    const [images, scale, offset] = args as tf.Tensor[] as [tf.Tensor, tf.Tensor, tf.Tensor];
    const save = args[3] as unknown as Save;
    const none = tf.tensor1d([], "float32");
    const inputs = [images, scale, offset, none, none];
    const outputs = backend.executeMultipleOutputs("FusedBatchNormV3", attributes, inputs, 6);
    const [y, mean, unbiased, ...reserved] = outputs as [tf.Tensor, tf.Tensor, tf.Tensor, ...tf.Tensor[]];
    move(movingMean, mean, momentum);
    move(movingVariance, unbiased.mul(biasOf(images)), momentum);
    save([images, scale, ...reserved]);
    return {
      value: y,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        backend.executeMultipleOutputs("FusedBatchNormGradV3", attributes, [dy, ...saved], 5).slice(0, 3),
    };
  });
  return normalize(x, gamma.read(), beta.read());
}

const common: readonly OpAttribute[] = [
  { name: "T", type: attributeTypes.type, value: dataTypes.float32 },
  { name: "U", type: attributeTypes.type, value: dataTypes.float32 },
  { name: "data_format", type: attributeTypes.string, value: "NHWC" },
  { name: "is_training", type: attributeTypes.bool, value: true },
];

/** TensorFlow divides by one less than the number of pixels; Keras and tfjs by the number. */
function biasOf({ shape }: tf.Tensor): number {
  const pixels = shape[0]! * shape[1]! * shape[2]!;
  return pixels > 1 ? (pixels - 1) / pixels : 1;
}

/** As tfjs's layer moves its statistics, op by op. */
function move(statistic: Weight, value: tf.Tensor, momentum: number): void {
  const old = statistic.read();
  statistic.write(old.sub(old.sub(value).mul(1 - momentum)));
}
