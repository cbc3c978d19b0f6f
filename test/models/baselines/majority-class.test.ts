import { expect, test } from "vitest";
import { majorityClass } from "../../../lib/models/index.js";

const classes = ["no", "yes"];

test("majorityClass errs on every sample that is not of the commonest class", () => {
  const labels = Int32Array.of(1, 0, 1, 1);
  expect(majorityClass({ labels, classes })).toEqual({
    label: 1,
    className: "yes",
    error: 0.25,
    errors: 1,
    samples: 4,
  });
});

test("majorityClass counts the class on the training set and the error on the test set", () => {
  const test = { labels: Int32Array.of(0, 0, 1) };
  expect(majorityClass({ labels: Int32Array.of(1), classes }, test)).toMatchObject({ label: 1, errors: 2 });
});

test("majorityClass refuses an empty set", () => {
  expect(() => majorityClass({ labels: new Int32Array(), classes })).toThrow(/one sample or more/);
});
