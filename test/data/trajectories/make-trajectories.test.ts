import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { type Dataset, integerBelow, randomSource } from "../../../lib/core/index.js";
import { bayesError, makeTrajectories } from "../../../lib/data/index.js";
import { calibrationGap } from "../calibration.js";

const everyRow = ({ size }: Dataset) => Array.from({ length: size }, (_, i) => i);

describe("makeTrajectories(samples, options)", () => {
  test("gives sequences of the lengths asked for, followed by zeros, and says how long each is", () => {
    const people = makeTrajectories(50, { length: [10, 30] });
    const { x, shape } = people.batch(everyRow(people));
    expect(shape).toEqual([50, 30, 4]);
    expect(Math.min(...people.lengths!)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...people.lengths!)).toBeLessThanOrEqual(30);
    for (const [row, length] of people.lengths!.entries()) {
      const steps = x.subarray(row * 120, (row + 1) * 120);
      expect(steps.subarray(length * 4).every((value) => value === 0)).toBe(true);
      expect(steps[length * 4 - 2]).not.toBe(0); // the last real step's speed
    }
    expect(Array.from(people.tags.length!)).toEqual(Array.from(people.lengths!));
  });

  test("has steps that tf.layers.masking({ maskValue: 0 }) tells from the padding", () => {
    const people = makeTrajectories(8, { length: [2, 12], noise: 0, shift: 5 });
    const kept = tf.tidy(() => {
      const { x, shape } = people.batch(everyRow(people));
      const mask = tf.layers.masking({ maskValue: 0 }).computeMask(tf.tensor(x, shape)) as tf.Tensor;
      return mask.sum(1).arraySync();
    });
    expect(kept).toEqual(Array.from(people.lengths!));
  });

  test("an LSTM behind a masking layer says the same of a sequence, however long its padding", () => {
    const long = makeTrajectories(1, { length: [6, 6] }).batch([0]);
    const padded = new Float32Array(4 * 15);
    padded.set(long.x);
    const model = tf.sequential({
      layers: [
        tf.layers.masking({ maskValue: 0, inputShape: [null, 4] }),
        tf.layers.lstm({ units: 3, kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) }),
      ],
    });
    const says = (x: Float32Array) =>
      tf.tidy(() => (model.predict(tf.tensor(x, [1, x.length / 4, 4])) as tf.Tensor).dataSync());
    expect(says(padded)).toBeAllClose(says(long.x as Float32Array), { rtol: 1e-5 });
    model.dispose();
  });

  test.each([0.01, 0.05, 0.1])(
    "has the Bayes error %d that was asked for, with sensors that see all",
    (ambiguity) => {
      const people = makeTrajectories(8000, { ambiguity, noise: 0 });
      // The standard error of the mean doubt over 8,000 people is about 0.0015 at 0.1.
      expect(Math.abs(bayesError(people) - ambiguity)).toBeLessThan(0.005);
    },
  );

  test.each([
    { noise: 0.4 },
    { noise: 0.6, shift: 3 },
    { crossRate: 0.2, ambiguity: 0.1 },
    { labelNoise: 0.1, length: [10, 20] as const },
  ])("draws labels as often as the posterior says: %j", (options) => {
    const people = makeTrajectories(4000, options);
    expect(bayesError(people)).toBeGreaterThan(0.02);
    expect(calibrationGap(people)).toBeLessThan(4);
  });

  test("has a greater Bayes error the noisier the sensor and the further the shift", () => {
    const errors = [{ noise: 0 }, { noise: 0.4 }, { noise: 0.8 }].map((options) =>
      bayesError(makeTrajectories(2000, options)),
    );
    expect(errors).toEqual([...errors].sort((a, b) => a - b));
    const shifted = [0, 3, 5].map((shift) => bayesError(makeTrajectories(2000, { shift, noise: 0.4 })));
    expect(shifted).toEqual([...shifted].sort((a, b) => a - b));
  });

  test("gives nothing away but by the order of steps: both classes have the same means, spreads and lengths", () => {
    const people = makeTrajectories(4000, { length: [30, 30], ambiguity: 0.02 });
    const { x } = people.batch(everyRow(people));
    for (const feature of [0, 1, 2, 3])
      for (const power of [1, 2]) {
        const rows = everyRow(people).map((row) => {
          let sum = 0;
          for (let step = 0; step < 30; step++) sum += x[(row * 30 + step) * 4 + feature]! ** power;
          return sum / 30;
        });
        const of = (label: number) => rows.filter((_, row) => people.labels[row] === label);
        expect(Math.abs(difference(of(0), of(1)))).toBeLessThan(4);
      }
  });

  test("gives person i of a seed the same bytes in any batch and any longer set", () => {
    const [a, b] = [makeTrajectories(20, { seed: 9 }), makeTrajectories(90, { seed: 9 })];
    expect(b.batch([5, 17]).x.subarray(400)).toEqual(a.batch([17]).x);
    expect(makeTrajectories(20, { seed: 10 }).batch([17]).x).not.toEqual(a.batch([17]).x);
  });

  test.each(Array.from({ length: 20 }, (_, i) => i))(
    "keeps its promises whatever the options (draw %i)",
    (draw) => {
      const random = randomSource(draw, "trajectory options");
      const share = () => [0, 1, random(), random()][integerBelow(4, random)]!;
      const fewest = 2 + integerBelow(30, random);
      const options = {
        seed: Math.floor(random() * 1e6) - 5e5,
        crossRate: share(),
        length: [fewest, fewest + integerBelow(30, random)] as const,
        noise: [0, 1e-9, random(), 100][integerBelow(4, random)]!,
        shift: integerBelow(6, random),
        labelNoise: share(),
      };
      const people = makeTrajectories(40, options);
      const { x } = people.batch(everyRow(people));
      expect(x.every(Number.isFinite)).toBe(true);
      expect(people.tags.bayesPosterior!.every((eta) => eta >= 0 && eta <= 1)).toBe(true);
    },
  );

  test.each<[object, string]>([
    [{ length: [30, 10] }, "the smaller first"],
    [{ length: [1, 10] }, "from 2 to 1000"],
    [{ crossRate: 50 }, "pass 0.5."],
    [{ noise: -1 }, "noise is -1."],
    [{ shift: 6 }, "pass 5."],
    [{ ambiguity: 0.6 }, "to 0.500"],
    [{ ambiguity: 0, length: [3, 3] }, "a short sequence may show nothing"],
    [{ crossRate: 0.05, ambiguity: 0.1 }, "the commoner class"],
    [{ nosie: 1 }, 'write "noise"'],
  ])("refuses %j", (options, message) => {
    expect(() => makeTrajectories(10, options)).toThrow(message);
  });
});

/** Welch's t of two groups' means. */
function difference(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const variance = (values: readonly number[], centre: number) =>
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length ** 2;
  return (ma - mb) / Math.sqrt(variance(a, ma) + variance(b, mb));
}
