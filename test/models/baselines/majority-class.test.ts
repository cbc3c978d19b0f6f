import { expect, test } from "vitest";
import { countErrors, logLoss } from "../../../lib/decomposition/index.js";
import { majorityClass } from "../../../lib/models/index.js";
import { golden, goldenSet } from "./golden.js";

const classes = ["no", "yes"];

/** A set without samples' numbers: the majority class looks at labels alone. */
function answers(...labels: number[]) {
  return { labels: Int32Array.from(labels), classes, ids: labels.map((_, i) => `sample ${i}`), tags: {} };
}

test("majorityClass errs on every sample that is not of the commonest class", () => {
  const found = majorityClass(answers(1, 0, 1, 1));
  expect(found).toMatchObject({ label: 1, className: "yes", error: 0.25, errors: 1, samples: 4 });
  expect(found.interval.low.toFixed(4)).toBe("0.0456"); // Wilson's, by hand
  expect(found.interval.high.toFixed(4)).toBe("0.6994");
});

test("majorityClass counts the class on the training set and the error on the test set", () => {
  const found = majorityClass(answers(1), answers(0, 0, 1));
  expect(found).toMatchObject({ label: 1, errors: 2, log: { split: "test", run: "majority class" } });
});

test.each(["two", "three"] as const)("majorityClass is scikit-learn's on the set of %s classes", (name) => {
  const { majority } = golden[name];
  const { errors, log } = majorityClass(goldenSet(name, "train"), goldenSet(name, "test"));
  expect(errors).toBe(majority.errors);
  expect(log.probabilities.slice(-majority.shares.length)).toBeAllClose(majority.shares, { rtol: 1e-6 });
});

test("majorityClass has a log that is scored like a network's: its loss is the labels' entropy", () => {
  const { log, errors, samples } = majorityClass(answers(1, 0, 1, 1), undefined, { split: "mine" });
  expect(log.split).toBe("mine");
  expect(countErrors(log)).toEqual({ errors, samples });
  expect(logLoss(log).estimate).toBeAllClose(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), {
    rtol: 1e-6,
  });
});

test("majorityClass refuses what cannot be scored", () => {
  expect(() => majorityClass(answers())).toThrow(/one sample or more/);
  expect(() => majorityClass({ ...answers(0), classes: ["no"] })).toThrow(/the one class no/);
  expect(() => majorityClass(answers(0, 2))).toThrow(/the label 2 at sample 1/);
  expect(() => majorityClass(answers(0), { ...answers(0), classes: ["yes", "no"] })).toThrow(
    /different classes/,
  );
  // @ts-expect-error
  expect(() => majorityClass({ targets: Float32Array.of(1), targetNames: ["price"] })).toThrow(/meanTarget/);
  // @ts-expect-error
  expect(() => majorityClass(answers(0), undefined, { splt: "x" })).toThrow(/"split" instead of "splt"/);
});
