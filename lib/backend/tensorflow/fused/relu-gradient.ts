import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../load-kernels.js";
import { nativeBackend } from "../native-backend.js";
import type { OpAttribute } from "../op-types.js";
import { attributeTypes, dataTypes } from "../type-codes.js";

/** Has the gradient of ReLU taken in TensorFlow's one op wherever native TensorFlow runs; tfjs composes it of six. */
export function replaceReluGradient(): void {
  const composed = tf.getGradient("Relu");
  tf.unregisterGradient("Relu");
  tf.registerGradient({
    ...composed,
    gradFunc: (dy, saved, attributes) => {
      const backend = nativeBackend();
      const [x] = saved;
      if (backend === undefined || x?.dtype !== "float32") return composed.gradFunc(dy, saved, attributes);
      return { x: () => passed(backend, dy as tf.Tensor, x) };
    },
  });
}

/** `dy` where `x` is above 0; the same again for the gradient of the gradient. */
function passed(backend: NodeBackend, dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const [above, at] = args as tf.Tensor[] as [tf.Tensor, tf.Tensor];
    const [value] = backend.executeMultipleOutputs("ReluGrad", float32, [above, at], 1);
    return { value: value!, gradFunc: (ddy: tf.Tensor) => [passed(backend, ddy, at), tf.zerosLike(at)] };
  });
  return op(dy, x);
}

const float32: readonly OpAttribute[] = [{ name: "T", type: attributeTypes.type, value: dataTypes.float32 }];
