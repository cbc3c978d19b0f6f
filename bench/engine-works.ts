import type * as tf from "@tensorflow/tfjs";
import { models } from "deep-pessimist";

/** A network that every contestant builds for itself. */
export interface EngineWork {
  /** What the peers know it by. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** One sample's shape. */
  readonly shape: readonly number[];
  readonly batchSizes: readonly number[];
  /** Samples of an epoch, after each of which the clock is read. */
  readonly samples: number;
  /** Too slow on WebAssembly to wait for. */
  readonly nativeOnly?: boolean;
  build(): tf.LayersModel;
}

const classes = 10;
const [digit, colour, sequence] = [
  [28, 28, 1],
  [32, 32, 3],
  [50, 4],
] as const;

/** The networks of the race. */
export const engineWorks: readonly EngineWork[] = [
  {
    ...{ name: "LeNet", title: "LeNet, 32 × 32 × 3", shape: colour, batchSizes: [32, 128], samples: 2048 },
    build: () => models.leNet({ inputShape: colour, classes }),
  },
  {
    ...{ name: "MLP", title: "MLP 784-256-10", shape: digit, batchSizes: [32], samples: 4096 },
    build: () => models.mlp({ inputShape: digit, classes, units: 256 }),
  },
  {
    ...{ name: "LSTM", title: "LSTM, 64 units, 50 steps", shape: sequence, batchSizes: [32], samples: 1024 },
    build: () => models.lstm({ inputShape: sequence, classes, units: 64 }),
  },
  {
    ...{
      name: "ResNet18Quarter",
      title: "ResNet-18, width ¼",
      shape: colour,
      batchSizes: [32],
      samples: 256,
    },
    build: () => models.resNet({ depth: 18, width: 0.25, inputShape: colour, classes }),
  },
  {
    ...{
      name: "ResNet18",
      title: "ResNet-18",
      shape: colour,
      batchSizes: [32],
      samples: 64,
      nativeOnly: true,
    },
    build: () => models.resNet({ depth: 18, width: 1, inputShape: colour, classes }),
  },
];
