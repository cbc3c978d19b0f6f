import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../load-kernels.js";
import { nativeBackend } from "../native-backend.js";

/** Keeps tensors for the gradient; what `tf.customGrad` gives as the last argument. */
export type Save = (tensors: readonly tf.Tensor[]) => void;

/** What a layer's call is given besides its input. */
export type CallArguments = Record<string, unknown> | null | undefined;

/** A layer's call by ops that tfjs does not know; undefined where they cannot do what the layer asks. */
export type FusedCall<Layer> = (
  backend: NodeBackend,
  layer: Layer,
  input: tf.Tensor,
  given: CallArguments,
) => tf.Tensor | undefined;

type Call = (inputs: tf.Tensor | tf.Tensor[], given: CallArguments) => tf.Tensor | tf.Tensor[];

/** Has the layers of a class called by `fused` wherever that can be, and by tfjs elsewhere and on other backends. */
export function replaceCall<Layer>(className: string, fused: FusedCall<Layer>): void {
  const [layerClass] = tf.serialization.SerializationMap.getMap().classNameMap[className]!;
  const prototype = (layerClass as unknown as { prototype: { call: Call } }).prototype;
  const original = prototype.call;
  prototype.call = function (this: unknown, inputs, given) {
    const backend = nativeBackend();
    const only = Array.isArray(inputs) ? inputs[0] : inputs;
    const single = !Array.isArray(inputs) || inputs.length === 1;
    const output =
      backend !== undefined && single && only !== undefined
        ? tf.tidy(() => fused(backend, this as Layer, only, given) as tf.Tensor)
        : undefined;
    return output ?? original.call(this, inputs, given);
  };
}
