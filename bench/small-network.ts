import { normal, permutation, randomSource } from "../lib/core/index.js";

/** Images as rows of features, shape [samples, features], with a label 0 or 1 each. */
export interface Features {
  readonly rows: readonly Float32Array[];
  readonly labels: ArrayLike<number>;
}

const [hidden, epochs, learningRate, momentum] = [8, 20, 0.003, 0.9];

/** A network with one hidden layer, trained here and now: many of them in seconds. Returns the probability of class 1. */
export function trainSmallNetwork({ rows, labels }: Features, seed: number): (row: Float32Array) => number {
  const random = randomSource(seed, "small-network");
  const width = rows[0]!.length;
  const first = Float64Array.from({ length: hidden * width }, () => normal(random) * Math.sqrt(2 / width));
  const second = Float64Array.from({ length: hidden }, () => normal(random) * Math.sqrt(1 / hidden));
  const bias = new Float64Array(hidden + 1);
  const speed = [first, second, bias].map((weights) => new Float64Array(weights.length));
  const active = new Float64Array(hidden);
  const forward = (row: Float32Array): number => {
    let output = bias[hidden]!;
    for (let h = 0; h < hidden; h++) {
      let sum = bias[h]!;
      for (let k = 0; k < width; k++) sum += first[h * width + k]! * row[k]!;
      active[h] = Math.max(0, sum);
      output += active[h]! * second[h]!;
    }
    return 1 / (1 + Math.exp(-output));
  };
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const i of permutation(rows.length, random)) {
      const row = rows[i]!;
      const slope = forward(row) - labels[i]!;
      const [ofFirst, ofSecond, ofBias] = speed as [Float64Array, Float64Array, Float64Array];
      ofBias[hidden] = momentum * ofBias[hidden]! - learningRate * slope;
      for (let h = 0; h < hidden; h++) {
        const back = active[h]! > 0 ? slope * second[h]! : 0;
        ofSecond[h] = momentum * ofSecond[h]! - learningRate * slope * active[h]!;
        ofBias[h] = momentum * ofBias[h]! - learningRate * back;
        for (let k = 0; k < width; k++) {
          const at = h * width + k;
          ofFirst[at] = momentum * ofFirst[at]! - learningRate * back * row[k]!;
          first[at]! += ofFirst[at]!;
        }
        second[h]! += ofSecond[h]!;
      }
      for (let h = 0; h <= hidden; h++) bias[h]! += ofBias[h]!;
    }
  return forward;
}
