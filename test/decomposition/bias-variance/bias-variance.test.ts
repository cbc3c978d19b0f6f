import { describe, expect, test } from "vitest";
import {
  integerBelow,
  normal,
  normalProbability,
  type PredictionLog,
  randomSource,
} from "../../../lib/core/index.js";
import { biasVariance, decomposeError, reconcileBiasVariance } from "../../../lib/decomposition/index.js";

/** Logs of several models from probabilities, shape [models][samples][classes]. */
function makeLogs(
  said: number[][][],
  labels: number[],
  change: Partial<PredictionLog> = {},
): PredictionLog[] {
  return said.map((rows) => ({
    split: "trainVal",
    ids: rows.map((_, i) => `s${i}`),
    labels: Int32Array.from(labels),
    classes: rows[0]!.map((_, k) => `c${k}`),
    probabilities: Float32Array.from(rows.flat()),
    tags: {},
    ...change,
  }));
}
const certain = (answers: string): number[][] =>
  [...answers].map((answer) => [1 - Number(answer), Number(answer)]);

describe("biasVariance(logs)", () => {
  test("the error rate: five models on four samples, as worked out by hand", () => {
    // By sample the models say 11111, 01101, 00100, 10001; the labels are 1, 1, 1, 0
    const models = ["1001", "1100", "1110", "1000", "1101"].map(certain);
    const { zeroOne } = biasVariance(makeLogs(models, [1, 1, 1, 0]));
    const of = (name: keyof typeof zeroOne) => zeroOne[name].estimate;
    expect([of("loss"), of("bias"), of("unbiasedVariance"), of("biasedVariance")]).toBeAllClose(
      [0.4, 0.25, 0.2, 0.05],
      {
        rtol: 1e-12,
      },
    );
    expect([of("systematicEffect"), of("varianceEffect"), of("noise")]).toBeAllClose([0.25, 0.15, 0], {
      rtol: 1e-12,
    });
    expect(of("bias") + of("unbiasedVariance") - of("biasedVariance")).toBeAllClose(of("loss"), {
      rtol: 1e-12,
    });
  });

  test("the squared loss: three models on one sample, unbiased", () => {
    const models = [[[0.9, 0.1]], [[0.7, 0.3]], [[0.8, 0.2]]];
    // Both classes differ by as much: twice the loss of one. Mean 0.8, variance 0.01, bias (0.2)² − 0.01/3, in each.
    const { squared } = biasVariance(makeLogs(models, [0]));
    expect([squared.bias.estimate, squared.variance.estimate, squared.loss.estimate]).toBeAllClose(
      [2 * (0.04 - 0.01 / 3), 0.02, 2 * (0.04 + 0.02 / 3)],
      { rtol: 1e-6 },
    );
  });

  test("cross-entropy: three models that give 0.9, 0.7 and 0.8", () => {
    const { crossEntropy } = biasVariance(makeLogs([[[0.9, 0.1]], [[0.7, 0.3]], [[0.8, 0.2]]], [0]));
    const parts = [crossEntropy.bias, crossEntropy.variance, crossEntropy.loss].map(
      ({ estimate }) => estimate,
    );
    expect(parts).toBeAllClose([0.2056601, 0.0227329, 0.228393], { rtol: 0, atol: 1e-7 });
  });

  test("all three add up, however many classes and models, with noise and without (300 random sets)", () => {
    const random = randomSource(5);
    for (let draw = 0; draw < 300; draw++) {
      const noisy = draw % 3 === 0;
      const classes = noisy ? 2 : 2 + integerBelow(4, random);
      const samples = 1 + integerBelow(12, random);
      const said = Array.from({ length: 2 + integerBelow(5, random) }, () =>
        Array.from({ length: samples }, () => {
          const weights = Array.from({ length: classes }, () => (random() < 0.1 ? 0 : random()) + 1e-12);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          return weights.map((weight) => weight / sum);
        }),
      );
      const labels = Array.from({ length: samples }, () => integerBelow(classes, random));
      const tags = noisy ? { bayesPosterior: Float32Array.from(labels, () => random()) } : {};
      const { zeroOne, squared, crossEntropy } = biasVariance(makeLogs(said, labels, { tags }));
      const sums = [
        zeroOne.noise.estimate +
          zeroOne.systematicEffect.estimate +
          zeroOne.varianceEffect.estimate -
          zeroOne.loss.estimate,
        zeroOne.majority.estimate - zeroOne.noise.estimate - zeroOne.systematicEffect.estimate,
        squared.noise.estimate + squared.bias.estimate + squared.variance.estimate - squared.loss.estimate,
        crossEntropy.noise.estimate +
          crossEntropy.bias.estimate +
          crossEntropy.variance.estimate -
          crossEntropy.loss.estimate,
      ];
      for (const rest of sums) expect(Math.abs(rest)).toBeLessThan(1e-12);
      expect(crossEntropy.variance.estimate).toBeGreaterThanOrEqual(-1e-12);
    }
  });

  test("with known noise, the loss is that of labels drawn from it", () => {
    const tags = { bayesPosterior: Float32Array.of(0.25, 1) };
    const logs = makeLogs([certain("01"), certain("11"), certain("00")], [1, 1], { tags });
    const { zeroOne, noiseKnown } = biasVariance(logs);
    // Sample 1: answers 0, 1, 0 cost 0.25, 0.75, 0.25; sample 2: answers 1, 1, 0 cost 0, 0, 1
    expect(zeroOne.loss.estimate).toBeAllClose((1.25 / 3 + 1 / 3) / 2, { rtol: 1e-12 });
    expect([zeroOne.noise.estimate, noiseKnown]).toEqual([0.125, true]);
  });

  test("squared bias and variance of few models are right on average: planted ones come back (400 sets of 3 models)", () => {
    const random = randomSource(6);
    let [bias, variance] = [0, 0];
    for (let draw = 0; draw < 400; draw++) {
      const models = [0, 1, 2].map(() => [0.6 + 0.05 * normal(random)]).map(([p]) => [[p!, 1 - p!]]);
      const { squared } = biasVariance(makeLogs(models, [0]));
      bias += squared.bias.estimate / 400;
      variance += squared.variance.estimate / 400;
    }
    expect([bias, variance]).toBeAllClose([2 * 0.16, 2 * 0.0025], { rtol: 0.07 });
  });

  test("intervals hold the mean over training sets and samples in about 95 of 100 cases (150 draws)", () => {
    let held = 0;
    const truth = 0.25;
    for (let draw = 0; draw < 150; draw++) {
      const random = randomSource(draw, "interval");
      const images = Array.from({ length: 80 }, () => normal(random));
      const models = Array.from({ length: 8 }, () => {
        const skill = 0.3 * normal(random);
        return images.map((image) => {
          const spread = Math.sqrt(1 + 1 + 0.09);
          const right = image + skill + normal(random) > -0.6744897501960817 * spread;
          return right ? [0.9, 0.1] : [0.1, 0.9];
        });
      });
      const { low, high } = biasVariance(makeLogs(models, new Array<number>(80).fill(0))).zeroOne.loss;
      if (low <= truth && truth <= high) held++;
    }
    expect(normalProbability(-0.6744897501960817)).toBeAllClose(truth);
    expect(held / 150).toBeGreaterThan(0.9);
  });

  test("refuses a single model, and models on other samples", () => {
    const logs = makeLogs([certain("01"), certain("11")], [0, 1]);
    expect(() => biasVariance(logs.slice(1))).toThrow("one log");
    const other = { ...logs[1]!, ids: ["s0", "x"] };
    expect(() => biasVariance([logs[0]!, other])).toThrow("has no partner in log 1");
  });
});

describe("reconcileBiasVariance(ladder, truth)", () => {
  const logs = makeLogs(["1001", "1100", "1110", "1000", "1101"].map(certain), [1, 1, 1, 0]);

  test("both columns have the held-out error as their sum, and the differences add up to 0", () => {
    const ladder = decomposeError({ irreducible: 0, train: 0.1, trainVal: 0.4, test: 0.5 });
    const rows = reconcileBiasVariance(ladder, biasVariance(logs));
    expect(rows.flatMap(({ ladder: ours, true: theirs }) => [ours, theirs])).toBeAllClose(
      [0, 0, 0.1, 0.25, 0.3, 0.15, 0.4, 0.4],
      { rtol: 1e-9 },
    );
    expect(Math.abs(rows.at(-1)!.difference)).toBeLessThan(1e-12);
  });

  test("refuses a decomposition that lacks a term", () => {
    expect(() => reconcileBiasVariance({ terms: [] }, biasVariance(logs))).toThrow("without irreducible");
  });
});
