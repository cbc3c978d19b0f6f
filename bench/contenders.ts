import type * as tf from "@tensorflow/tfjs";
import { models } from "deep-pessimist";

/** A model to be timed. */
export interface Contender {
  build(): tf.LayersModel;
  /** One sample's. */
  readonly shape: readonly number[];
  /** In the epochs that are timed: so many that one takes some tenths of a second, and few where a model is slow. */
  readonly samples: number;
}

const classes = 10;
const [digit, colour, sequence] = [
  [28, 28, 1],
  [32, 32, 3],
  [50, 4],
] as const;

const resNet = (depth: 18 | 34 | 50 | 101 | 152, width: number, samples: number): Contender => ({
  build: () => models.resNet({ depth, width, inputShape: colour, classes }),
  shape: colour,
  samples,
});

/** Every model, in sizes that two cores train. */
export const contenders: Readonly<Record<string, Contender>> = {
  MLP: { build: () => models.mlp({ inputShape: digit, classes }), shape: digit, samples: 2048 },
  LeNet: { build: () => models.leNet({ inputShape: colour, classes }), shape: colour, samples: 1024 },
  LSTM: { build: () => models.lstm({ inputShape: sequence, classes }), shape: sequence, samples: 512 },
  "all-convolutional, width 1/4": {
    build: () => models.allConvolutional({ inputShape: colour, classes, width: 0.25 }),
    shape: colour,
    samples: 128,
  },
  "ResNet-18, width 1/4": resNet(18, 0.25, 128),
  "ResNet-34, width 1/4": resNet(34, 0.25, 64),
  "ResNet-50, width 1/8": resNet(50, 0.125, 64),
  "ResNet-101, width 1/8": resNet(101, 0.125, 32),
  "ResNet-152, width 1/8": resNet(152, 0.125, 32),
  "ResNet-18, width 1": resNet(18, 1, 32),
};
