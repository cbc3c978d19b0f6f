import type * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";
import { leNet } from "../networks/le-net.js";
import { lstm } from "../networks/lstm.js";
import { mlp } from "../networks/mlp.js";
import type { NetworkOptions } from "../networks/network-options.js";

/** A network and the sentence that says why this one. */
export interface NetworkChoice {
  readonly model: tf.LayersModel;
  readonly why: string;
}

/** LeNet leaves nothing of smaller pictures. */
const LENET_FROM = 12;

/** Above this side LeNet's first dense layer has millions of weights. */
const LARGE_PICTURE = 64;

/**
 * The first network to try on samples of a shape.
 *
 * @throws UsageError for a shape that is no vector, sequence or picture, or has its channels first
 */
export function chooseNetwork(inputShape: readonly number[], options: NetworkOptions): NetworkChoice {
  const settings = { ...options, inputShape };
  switch (inputShape.length) {
    case 1:
      return {
        model: mlp(settings),
        why: `Samples of ${inputShape[0]} numbers: an MLP with one hidden layer of 128 units and ReLU.`,
      };
    case 2:
      return {
        model: lstm(settings),
        why: `Sequences of ${inputShape[0]} steps of ${inputShape[1]} numbers: an LSTM of 64 units with tanh, which skips padding. Grey pictures would have the shape [${inputShape.join(", ")}, 1].`,
      };
    case 3:
      return pictureNetwork(inputShape, settings);
    default:
      throw new UsageError({
        got: `startSimple got samples of shape [${inputShape.join(", ")}].`,
        expected: "[features], [steps, features] or [height, width, channels].",
        fix: "leave the batch axis out of dataset.shape; of videos or volumes take single pictures at first.",
      });
  }
}

function pictureNetwork(
  inputShape: readonly number[],
  settings: NetworkOptions & { inputShape: readonly number[] },
): NetworkChoice {
  const [height, width, channels] = inputShape as [number, number, number];
  const size = `Pictures of ${height} × ${width} pixels`;
  if (channels > 4 && height <= 4)
    throw new UsageError({
      got: `startSimple got samples of shape [${inputShape.join(", ")}], which looks like [channels, height, width].`,
      expected: "[height, width, channels].",
      fix: `transpose them to [${width}, ${channels}, ${height}].`,
    });
  if (Math.min(height, width) < LENET_FROM)
    return {
      model: mlp(settings),
      why: `${size}: too small for convolutions and poolings, so an MLP with one hidden layer of 128 units and ReLU.`,
    };
  const large =
    Math.min(height, width) > LARGE_PICTURE
      ? " They are large for a first try: scaled down to 32 × 32 they train many times as fast."
      : "";
  return { model: leNet(settings), why: `${size}: LeNet, two convolutions and ReLU.${large}` };
}
