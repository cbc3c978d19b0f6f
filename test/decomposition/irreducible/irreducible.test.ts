import { describe, expect, test } from "vitest";
import { meanInterval, randomSource } from "../../../lib/core/index.js";
import {
  bayesErrorOfLog,
  decomposeError,
  irreducibleFromSoftLabels,
  irreducibleFromVotes,
  teamError,
} from "../../../lib/decomposition/index.js";

/** Votes of people who each see the truth of η: of two classes, `people` draws a sample. */
function drawVotes(
  samples: number,
  people: number,
): { votes: Int32Array; bayes: number; labels: Int32Array } {
  const random = randomSource(2);
  const votes = new Int32Array(2 * samples);
  const labels = new Int32Array(samples);
  let bayes = 0;
  for (let row = 0; row < samples; row++) {
    const eta = row % 4 === 0 ? 0.3 : 0.02;
    bayes += eta / samples;
    for (let person = 0; person < people; person++) votes[2 * row + Number(random() < eta)]!++;
  }
  return { votes, bayes, labels };
}

describe("irreducibleFromVotes(votes, classes)", () => {
  test("finds the error that generated the votes where there are many, with its interval", () => {
    const { votes, bayes, labels } = drawVotes(4000, 200);
    const found = irreducibleFromVotes(votes, 2, { labels });
    expect(found.estimate.low).toBeLessThan(bayes);
    expect(found.estimate.high).toBeGreaterThan(bayes);
    expect(found.oneAnnotator.estimate).toBeAllClose(bayes, { rtol: 0.03 });
    expect(found.majority!.estimate).toBe(0);
    expect(found.reading).toMatch(/^Annotators leave 9.0 % that nobody gets right \(8.6 to 9.3\)\.$/);
  });

  test("is too low of few votes, and says so; the bounds hold the truth all the same", () => {
    const { votes, bayes } = drawVotes(4000, 3);
    const { estimate, bounds, fewestVotes, reading } = irreducibleFromVotes(votes, 2);
    expect(estimate.high).toBeLessThan(bayes);
    expect(bounds.low).toBeLessThan(bayes);
    expect(bounds.high).toBeGreaterThan(bayes);
    expect(fewestVotes).toBe(3);
    expect(reading).toContain("with as few as 3 votes a sample that is too low");
  });

  test("goes into the ladder with its interval", () => {
    const { votes } = drawVotes(400, 20);
    const { estimate, confidence } = irreducibleFromVotes(votes, 2);
    const { rungs } = decomposeError({
      irreducible: { ...estimate, confidence },
      train: 0.2,
      trainVal: 0.2,
      test: 0.2,
    });
    expect([rungs[0]!.low, rungs[0]!.high]).toBeAllClose([estimate.low, estimate.high], { rtol: 1e-12 });
  });

  test.each([
    [[1, 0, 2, 1], "row 0 has the votes 1, 0"],
    [[2, 1, 2.5, 1], "row 1 has the votes 2.5, 1"],
    [[2, 1, 3], "3 counts for 2 classes"],
  ])("refuses %j: %s", (votes, message) => {
    expect(() => irreducibleFromVotes(votes, 2)).toThrow(message);
  });
});

test("irreducibleFromSoftLabels is the mean of 1 − the largest, with Student's interval", () => {
  const found = irreducibleFromSoftLabels([0.5, 0.25, 0.25, 0.75, 0.25, 0, 0.625, 0.25, 0.125], 3);
  const { estimate, low, high } = meanInterval([0.5, 0.25, 0.375]);
  expect([found.estimate, found.low, found.high]).toBeAllClose([estimate, low, high], { rtol: 1e-9 });
  expect(() => irreducibleFromSoftLabels([0.5, 0.5, 0.5, 0.4], 2)).toThrow(
    "row 1 of the soft labels sums to 0.9",
  );
  expect(() => irreducibleFromSoftLabels([0.5, 0.5, Number.NaN, 1], 2)).toThrow(
    "row 1 of the soft labels sums to NaN",
  );
});

test("teamError: three people with 20 % each err in 3·0.2²·0.8 + 0.2³ of the cases, one person in 20 %", () => {
  // 1,000 votes a sample: drawn without putting back, that is nearly the binomial.
  const votes = Int32Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 800 : 200));
  const labels = new Int32Array(200);
  expect(teamError(votes, labels, 1)).toBeAllClose(0.2, { rtol: 0.08 });
  expect(teamError(votes, labels, 3)).toBeAllClose(0.104, { rtol: 0.1 });
  expect(() => teamError([2, 1], [0], 4)).toThrow("a team of 4 for row 0, which has 3 votes");
});

test("bayesErrorOfLog refuses a log without known posterior", () => {
  const log = { split: "test", ids: ["a"], labels: Int32Array.of(0), classes: ["no", "yes"], tags: {} };
  expect(() => bayesErrorOfLog({ ...log, probabilities: Float32Array.of(1, 0) })).toThrow(
    "irreducibleFromVotes",
  );
});
