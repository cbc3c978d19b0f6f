import type * as tf from "@tensorflow/tfjs";
import {
  allConvolutional,
  leNet,
  lstm,
  mlp,
  type NetworkOptions,
  resNet,
} from "../../../lib/models/index.js";

/** A small form of each network: what every one of them owes is tested on all. */
export interface Case {
  build: (options: NetworkOptions) => tf.LayersModel;
  inputShape: readonly number[];
}

const picture = [16, 16, 1];

export const networks: Readonly<Record<string, Case>> = {
  leNet: { build: (options) => leNet({ ...options, inputShape: picture }), inputShape: picture },
  "leNet with tanh": {
    build: (options) => leNet({ ...options, inputShape: picture, activation: "tanh" }),
    inputShape: picture,
  },
  mlp: { build: (options) => mlp({ ...options, inputShape: [6], units: 32 }), inputShape: [6] },
  lstm: { build: (options) => lstm({ ...options, inputShape: [5, 3], units: 16 }), inputShape: [5, 3] },
  allConvolutional: {
    build: (options) => allConvolutional({ ...options, inputShape: picture, width: 0.125 }),
    inputShape: picture,
  },
  "resNet of depth 18": {
    build: (options) => resNet({ ...options, inputShape: picture, width: 0.125 }),
    inputShape: picture,
  },
  "resNet of depth 101": {
    build: (options) => resNet({ ...options, inputShape: picture, depth: 101, width: 0.0625 }),
    inputShape: picture,
  },
};
