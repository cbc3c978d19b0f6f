import { permutation, randomSource } from "../../lib/core/index.js";
import type { TrainedConfiguration } from "../../lib/search/benchmark/recorded-configuration.js";
import { pixels, type SmallDigits } from "./small-digits.js";

/** One training, epoch by epoch, on images that it was not trained on. */
export interface Training {
  /** Wrong answers after each epoch. */
  readonly errors: readonly number[];
  /** Mean cross-entropy in nats after each epoch; NaN from where the weights left all bounds. */
  readonly losses: readonly number[];
  /** Wrong answers on the test images at the end. */
  readonly testErrors: number;
}

/** What is trained on, and what is counted on. */
export interface TrainingData {
  readonly train: SmallDigits;
  readonly trainVal: SmallDigits;
  readonly test: SmallDigits;
}

const classes = 10;

/** Trains a network with one hidden layer, in float64 and without any function whose last bits differ between machines. */
export function trainNetwork(
  { train, trainVal, test }: TrainingData,
  configuration: TrainedConfiguration,
  seed: number,
  epochs: number,
): Training {
  const { learningRate, optimizer, momentum = 0, units, activation, batchSize, weightDecay } = configuration;
  const random = randomSource(seed, "recorded-network");
  const sizes = [units * pixels, units, classes * units, classes];
  const spread = [Math.sqrt(6 / pixels), 0, Math.sqrt(3 / units), 0];
  const weights = sizes.map((size, k) =>
    Float64Array.from({ length: size }, () => spread[k]! * (2 * random() - 1)),
  );
  const [gradients, first, second] = [0, 1, 2].map(() => sizes.map((size) => new Float64Array(size))) as [
    Float64Array[],
    Float64Array[],
    Float64Array[],
  ];
  const network = makeNetwork(weights, units, activation);
  let steps = 0;
  const step = (samples: number): void => {
    steps++;
    const correction = optimizer === "adam" ? Math.sqrt(1 - 0.999 ** steps) / (1 - 0.9 ** steps) : 1;
    for (let k = 0; k < sizes.length; k++) {
      const [w, g, m, v] = [weights[k]!, gradients[k]!, first[k]!, second[k]!];
      const keep = k % 2 === 0 ? 1 - learningRate * weightDecay : 1;
      for (let i = 0; i < w.length; i++) {
        const slope = g[i]! / samples;
        g[i] = 0;
        let change: number;
        if (optimizer === "adam") {
          m[i] = 0.9 * m[i]! + 0.1 * slope;
          v[i] = 0.999 * v[i]! + 0.001 * slope * slope;
          change = (correction * m[i]!) / (Math.sqrt(v[i]!) + 1e-8);
        } else change = m[i] = momentum * m[i]! + slope;
        w[i] = keep * w[i]! - learningRate * change;
      }
    }
  };

  const [errors, losses]: [number[], number[]] = [[], []];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = permutation(train.labels.length, random);
    for (let start = 0; start < order.length; start += batchSize) {
      const end = Math.min(order.length, start + batchSize);
      for (let i = start; i < end; i++) network.learn(train, order[i]!, gradients);
      step(end - start);
    }
    const { wrong, loss } = network.count(trainVal);
    errors.push(wrong);
    losses.push(loss);
  }
  return { errors, losses, testErrors: network.count(test).wrong };
}

function makeNetwork(weights: readonly Float64Array[], units: number, activation: string) {
  const [inner, innerBias, outer, outerBias] = weights as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const isTanh = activation === "tanh";
  const [active, back] = [new Float64Array(units), new Float64Array(units)];
  const shares = new Float64Array(classes);

  /** Fills `active` and the `shares` of the classes. Returns the class that is likeliest; −1 where none is a number. */
  const forward = ({ places, ink }: SmallDigits["images"][number]): number => {
    for (let h = 0, row = 0; h < units; h++, row += pixels) {
      let sum = innerBias[h]!;
      for (let k = 0; k < places.length; k++) sum += inner[row + places[k]!]! * ink[k]!;
      active[h] = isTanh ? tanh(sum) : sum > 0 ? sum : 0;
    }
    let [highest, likeliest] = [Number.NEGATIVE_INFINITY, -1];
    for (let c = 0, at = 0; c < classes; c++) {
      let sum = outerBias[c]!;
      for (let h = 0; h < units; h++) sum += outer[at++]! * active[h]!;
      shares[c] = sum;
      if (sum > highest) [highest, likeliest] = [sum, c];
    }
    let total = 0;
    for (let c = 0; c < classes; c++) total += shares[c] = Math.exp(shares[c]! - highest);
    for (let c = 0; c < classes; c++) shares[c]! /= total;
    return likeliest;
  };

  const learn = (
    { images, labels }: SmallDigits,
    sample: number,
    gradients: readonly Float64Array[],
  ): void => {
    const [ofInner, ofInnerBias, ofOuter, ofOuterBias] = gradients as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const { places, ink } = images[sample]!;
    forward(images[sample]!);
    shares[labels[sample]!]! -= 1;
    back.fill(0);
    for (let c = 0, at = 0; c < classes; c++) {
      const slope = shares[c]!;
      ofOuterBias[c]! += slope;
      for (let h = 0; h < units; h++, at++) {
        ofOuter[at]! += slope * active[h]!;
        back[h]! += slope * outer[at]!;
      }
    }
    for (let h = 0; h < units; h++) {
      const value = active[h]!;
      const slope = back[h]! * (isTanh ? 1 - value * value : value > 0 ? 1 : 0);
      if (slope === 0) continue;
      ofInnerBias[h]! += slope;
      for (let k = 0; k < places.length; k++) ofInner[h * pixels + places[k]!]! += slope * ink[k]!;
    }
  };

  const count = ({ images, labels }: SmallDigits): { wrong: number; loss: number } => {
    let [wrong, loss] = [0, 0];
    for (let i = 0; i < labels.length; i++) {
      if (forward(images[i]!) !== labels[i]) wrong++;
      loss -= Math.log(Math.max(1e-300, shares[labels[i]!]!));
    }
    return { wrong, loss: loss / labels.length };
  };
  return { learn, count };
}

/** By one exponential, which is the same bits everywhere. */
function tanh(x: number): number {
  const power = Math.exp(-2 * Math.abs(x));
  const value = (1 - power) / (1 + power);
  return x < 0 ? -value : value;
}
