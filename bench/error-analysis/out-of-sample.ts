import { normal, permutation, type RandomSource, randomSource } from "deep-pessimist/core";

/** Rows of pixels, all of the same length. */
export interface Pixels {
  /** Row-major, shape [samples, width], 0…1. */
  readonly x: Float32Array;
  readonly width: number;
}

/**
 * What a small network says of each sample when it was trained on the others: cross-validation, with the labels as given.
 *
 * @returns row-major, shape [samples, classes]
 */
export function outOfSample(
  { x, width }: Pixels,
  labels: Int32Array,
  {
    classes,
    hidden = 48,
    epochs = 6,
    folds = 4,
    seed = 0,
  }: { classes: number; hidden?: number; epochs?: number; folds?: number; seed?: number },
): Float32Array {
  const order = permutation(labels.length, randomSource(seed, "folds"));
  const probabilities = new Float32Array(labels.length * classes);
  for (let fold = 0; fold < folds; fold++) {
    const train = order.filter((_, i) => i % folds !== fold);
    const network = new Network(width, hidden, classes, randomSource(seed, "weights", fold));
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shuffled = permutation(train.length, randomSource(seed, "epoch", fold, epoch));
      const rate = 0.1 * (1 - epoch / epochs);
      for (const place of shuffled) {
        const row = train[place]!;
        network.step(x.subarray(row * width, (row + 1) * width), labels[row]!, rate);
      }
    }
    for (const [i, row] of order.entries())
      if (i % folds === fold)
        probabilities.set(network.run(x.subarray(row * width, (row + 1) * width)), row * classes);
  }
  return probabilities;
}

/** One hidden layer of ReLU and a softmax, trained a sample at a time. */
class Network {
  readonly #inner: Float32Array;
  readonly #outer: Float32Array;
  readonly #hidden: Float32Array;
  readonly #output: Float32Array;

  constructor(
    readonly width: number,
    hidden: number,
    readonly classes: number,
    random: RandomSource,
  ) {
    const he = (size: number, inputs: number) =>
      Float32Array.from({ length: size }, () => normal(random) * Math.sqrt(2 / inputs));
    this.#inner = he((width + 1) * hidden, width);
    this.#outer = he((hidden + 1) * classes, hidden).map((weight) => weight / 4);
    this.#hidden = new Float32Array(hidden);
    this.#output = new Float32Array(classes);
  }

  run(x: Float32Array): Float32Array {
    const [hidden, output] = [this.#hidden, this.#output];
    for (let h = 0; h < hidden.length; h++) {
      const at = h * (this.width + 1);
      let sum = this.#inner[at + this.width]!;
      for (let i = 0; i < this.width; i++) sum += this.#inner[at + i]! * x[i]!;
      hidden[h] = Math.max(0, sum);
    }
    for (let k = 0; k < output.length; k++) {
      const at = k * (hidden.length + 1);
      let sum = this.#outer[at + hidden.length]!;
      for (let h = 0; h < hidden.length; h++) sum += this.#outer[at + h]! * hidden[h]!;
      output[k] = sum;
    }
    const top = Math.max(...output);
    let total = 0;
    for (let k = 0; k < output.length; k++) total += output[k] = Math.exp(output[k]! - top);
    for (let k = 0; k < output.length; k++) output[k]! /= total;
    return output;
  }

  step(x: Float32Array, label: number, rate: number): void {
    const output = this.run(x);
    const hidden = this.#hidden;
    const back = new Float32Array(hidden.length);
    for (let k = 0; k < output.length; k++) {
      const error = rate * (output[k]! - Number(k === label));
      const at = k * (hidden.length + 1);
      for (let h = 0; h < hidden.length; h++) {
        back[h]! += error * this.#outer[at + h]!;
        this.#outer[at + h]! -= error * hidden[h]!;
      }
      this.#outer[at + hidden.length]! -= error;
    }
    for (let h = 0; h < hidden.length; h++) {
      if (hidden[h] === 0) continue;
      const at = h * (this.width + 1);
      for (let i = 0; i < this.width; i++) this.#inner[at + i]! -= back[h]! * x[i]!;
      this.#inner[at + this.width]! -= back[h]!;
    }
  }
}
