import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import {
  errorCorrelation,
  ladderGuard,
  predictValidationOverfitting,
  thresholdout,
} from "../../../lib/decomposition/index.js";
import { bestOfCandidates } from "../../../lib/decomposition/looks/best-of-candidates.js";

describe("predictValidationOverfitting({ looks, samples, error })", () => {
  // σ·e(k) in points, worked out with tables of order statistics
  test.each([
    [0.05, 500, 1.5, 2.44, 3.16],
    [0.05, 1000, 1.06, 1.73, 2.23],
    [0.05, 5000, 0.47, 0.77, 1.0],
    [0.01, 10_000, 0.15, 0.25, 0.32],
  ])(
    "error %d on %i samples: the normal approximation at 10, 100 and 1,000 looks",
    (error, samples, ...points) => {
      const got = [10, 100, 1000].map(
        (looks) => 100 * predictValidationOverfitting({ looks, samples, error }).normal,
      );
      expect(got).toBeAllClose(points, { rtol: 0, atol: 0.005001 });
    },
  );

  test("from the binomial itself it is 1.64 points of 100 looks at 1,000 images, as simulation has it", () => {
    const { expected } = predictValidationOverfitting({ looks: 100, samples: 1000, error: 0.05 });
    expect(100 * expected).toBeAllClose(1.64, { rtol: 0, atol: 0.005 });
  });

  test("of two candidates on three images it is what counting gives", () => {
    // The least of two binomials of 3 and 1/2: P(min > j) = P(X > j)², so (7/8)² + (4/8)² + (1/8)² = 66/64
    expect(bestOfCandidates({ looks: 2, samples: 3, error: 0.5, correlation: 0 }).mean).toBeAllClose(
      66 / 64 / 3,
      {
        rtol: 1e-12,
      },
    );
  });

  test("candidates that err on the same images are one candidate", () => {
    const { expected } = predictValidationOverfitting({
      looks: 50,
      samples: 400,
      error: 0.1,
      correlation: 1,
    });
    expect(Math.abs(expected)).toBeLessThan(3e-4);
    const some = (correlation: number) =>
      predictValidationOverfitting({ looks: 50, samples: 400, error: 0.1, correlation }).expected;
    expect(some(0.75)).toBeAllClose(some(0) / 2, { rtol: 0.04 });
  });

  test("a seeded simulation of correlated candidates comes out as predicted (2,000 searches)", () => {
    const [looks, samples, share] = [20, 200, 0.5];
    const random = randomSource(7);
    let sum = 0;
    for (let search = 0; search < 2000; search++) {
      // Counts from a normal of what candidates share and what each has to itself, as validation errors do.
      const shared = normal(random);
      let best = Number.POSITIVE_INFINITY;
      for (let k = 0; k < looks; k++)
        best = Math.min(best, Math.sqrt(share) * shared + Math.sqrt(1 - share) * normal(random));
      sum += 0.1 + best * Math.sqrt((0.1 * 0.9) / samples);
    }
    const { normal: predicted } = predictValidationOverfitting({
      looks,
      samples,
      error: 0.1,
      correlation: share,
    });
    expect(0.1 - sum / 2000).toBeAllClose(predicted, { rtol: 0.05 });
  });

  test("says whether picking explains what is seen", () => {
    const options = { looks: 100, samples: 1000, error: 0.06 };
    const of = (errors: number) => ({
      validation: { errors: 42, samples: 1000 },
      test: { errors, samples: 5000 },
    });
    const verdicts = [290, 500, 100].map(
      (errors) => predictValidationOverfitting({ ...options, observed: of(errors) }).verdict,
    );
    expect(verdicts).toEqual(["explained", "more than looks explain", "less than looks explain"]);
    expect(predictValidationOverfitting({ ...options, observed: of(500) }).reading).toMatch(
      /^The best of 100 equally good candidates on 1,000 samples looks 1.80 points better than it is; 95 % .* and it is 5.80: picking does not/,
    );
  });

  test.each([[{ looks: 0 }], [{ samples: 0.5 }], [{ error: 5 }], [{ correlation: -1 }]])(
    "refuses %o",
    (wrong) => {
      expect(() => predictValidationOverfitting({ looks: 1, samples: 10, error: 0.1, ...wrong })).toThrow(
        "looks at",
      );
    },
  );
});

test("errorCorrelation finds what candidates share: 0 of independent ones, 1 of the same, half of half", () => {
  const samples = 2000;
  const logs = (share: number) =>
    [0, 1, 2].map((model) => {
      const own = randomSource(model, "own");
      const common = randomSource(9, "common");
      const copied = randomSource(9, "copied");
      return {
        split: "testVal",
        ids: Array.from({ length: samples }, (_, i) => String(i)),
        labels: new Int32Array(samples),
        classes: ["no", "yes"],
        tags: {},
        probabilities: Float32Array.from(
          Array.from({ length: samples }).flatMap(() => {
            const [a, b] = [common() < 0.3, own() < 0.3];
            return (copied() < share ? a : b) ? [0, 1] : [1, 0];
          }),
        ),
      };
    });
  expect([0, 0.5, 1].map((share) => errorCorrelation(logs(share)))).toBeAllClose([0, 0.5, 1], {
    rtol: 0.08,
    atol: 0.04,
  });
  expect(() => errorCorrelation(logs(1).slice(1, 2))).toThrow("1 logs");
});

/**
 * The attack by boosting (Blum and Hardt, section 4.1): random answers, of which those are kept whose told error is below one
 * half, and then put to the vote. Returns the vote's error on the validation set; on any other it is one half.
 */
function attack(told: (losses: Uint8Array) => number, looks: number): number {
  const [samples, truth, guess] = [500, randomSource(1, "truth"), randomSource(1, "guess")];
  const labels = Uint8Array.from({ length: samples }, () => Number(truth() < 0.5));
  const votes = new Float64Array(samples);
  for (let look = 0; look < looks; look++) {
    const answers = labels.map(() => Number(guess() < 0.5));
    if (told(answers.map((answer, i) => Number(answer !== labels[i]))) < 0.5)
      for (const [i, answer] of answers.entries()) votes[i]! += answer - 0.5;
  }
  const wrong = labels.filter((label, i) => label !== Number(votes[i]! > 0));
  return wrong.length / samples;
}

describe("guards of a validation set", () => {
  test("ladderGuard withstands a vote of random answers, which plain scores fall to", () => {
    const mean = (losses: Uint8Array) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    const guard = ladderGuard();
    expect(attack(mean, 400)).toBeLessThan(0.3);
    expect(attack((losses) => guard.submit(losses).score, 400)).toBeGreaterThan(0.44);
  });

  test("ladderGuard with a step tells multiples of it, and refuses other images", () => {
    const guard = ladderGuard({ step: 0.25 });
    expect(guard.submit([1, 1, 1, 0, 1])).toEqual({ score: 0.75, improved: true });
    expect(guard.submit([1, 1, 1, 0, 0])).toEqual({ score: 0.75, improved: false });
    expect(guard.submit([0, 1, 0, 0, 0])).toEqual({ score: 0.25, improved: true });
    expect(() => guard.submit([1])).toThrow("1 losses, after 5");
    expect(() => ladderGuard({ step: 2 })).toThrow("the step 2");
  });

  test("thresholdout tells the training mean while both agree, and the held-out one with noise where they do not", () => {
    const holdout = thresholdout({ threshold: 0.1, noise: 0.001, budget: 2 });
    expect(holdout.ask(0.2, 0.25)).toEqual({ value: 0.2, fromHoldout: false, left: 2 });
    const told = holdout.ask(0.2, 0.5);
    expect(told.fromHoldout).toBe(true);
    expect(told.value).toBeAllClose(0.5, { rtol: 0.05 });
    expect(holdout.ask(0.2, 0.5).left).toBe(0);
    expect(() => holdout.ask(0.2, 0.2)).toThrow("draw a fresh held-out set");
  });

  test("thresholdout repeats itself with the same seed, and refuses no noise", () => {
    const [a, b] = [thresholdout({ seed: 4 }), thresholdout({ seed: 4 })];
    expect([a.ask(0, 1), a.ask(0, 0.04)]).toEqual([b.ask(0, 1), b.ask(0, 0.04)]);
    expect(() => thresholdout({ noise: 0 })).toThrow("noise above 0");
  });
});
