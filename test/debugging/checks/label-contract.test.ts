import { expect, test } from "vitest";
import { checkLabels, type LabelContract, labelForm } from "../../../lib/debugging/index.js";

const softmaxOf3: LabelContract = {
  units: 3,
  activation: "softmax",
  loss: "categoricalCrossentropy",
  task: "multiclass",
};
const sparse: LabelContract = { ...softmaxOf3, loss: "sparseCategoricalCrossentropy" };
const sigmoid: LabelContract = {
  units: 1,
  activation: "sigmoid",
  loss: "binaryCrossentropy",
  task: "binary",
};
const number: LabelContract = {
  units: 1,
  activation: "linear",
  loss: "meanSquaredError",
  task: "regression",
};

test.each([
  ["one-hot rows", [1, 0, 0, 0, 0, 1], 2, softmaxOf3],
  ["smoothed rows", [0.9, 0.05, 0.05, 0.05, 0.9, 0.05], 2, softmaxOf3],
  ["whole numbers", [0, 2, 1], 3, sparse],
  ["0 and 1", [0, 1, 1], 3, sigmoid],
  ["smoothed 0 and 1", [0.1, 0.9], 2, sigmoid],
  ["numbers", [-3, 2.5], 2, number],
] as const)(
  "checkLabels finds nothing in %s with a fitting last layer and loss",
  (_, values, samples, contract) => {
    expect(checkLabels(labelForm(values, samples), contract)).toEqual([]);
  },
);

test.each([
  ["labels 1 to 3", [1, 2, 3], 3, sparse, "label-out-of-range", /count from 1/],
  ["a label of −1", [0, -1, 2], 3, sparse, "label-out-of-range", /no output/],
  ["a label of 0.5", [0, 0.5, 2], 3, sparse, "label-out-of-range", /no output/],
  ["an all-zero row", [1, 0, 0, 0, 0, 0], 2, softmaxOf3, "label-out-of-range", /all zero/],
  ["rows without class 0", [0, 1, 0, 0, 0, 0], 2, softmaxOf3, "label-out-of-range", /count from 1/],
  ["two 1s in a row", [1, 1, 0, 0, 0, 1], 2, softmaxOf3, "loss-task-mismatch", /several/],
  ["rows that sum to 1/255", [1 / 255, 0, 0, 0, 1 / 255, 0], 2, softmaxOf3, "labels-rescaled", /neither/],
  ["whole numbers", [0, 2, 1], 3, softmaxOf3, "shape-mismatch", /form/],
  ["−1 and 1", [-1, 1], 2, sigmoid, "label-out-of-range", /no output/],
  [
    "one unit and softmax",
    [0, 1],
    2,
    { ...sigmoid, activation: "softmax" },
    "single-unit-softmax",
    /always answers 1/,
  ],
  [
    "numbers beyond a sigmoid",
    [-3, 2.5],
    2,
    { ...number, activation: "sigmoid" },
    "output-range-mismatch",
    /cannot reach/,
  ],
  [
    "numbers and a loss for classes",
    [-3, 2.5],
    2,
    { ...number, loss: "binaryCrossentropy" },
    "loss-task-mismatch",
    /numbers/,
  ],
  [
    "classes and a loss for numbers",
    [1, 0, 0, 0, 0, 1],
    2,
    { ...softmaxOf3, loss: "meanSquaredError" },
    "loss-task-mismatch",
    /classes/,
  ],
  [
    "one-hot rows of 3 for 4 units",
    [1, 0, 0, 0, 0, 1],
    2,
    { ...softmaxOf3, units: 4 },
    "shape-mismatch",
    /form/,
  ],
] as const)("checkLabels names %s", (_, values, samples, contract, code, title) => {
  const [finding] = checkLabels(labelForm(values, samples), contract);
  expect(finding).toMatchObject({ code });
  expect(finding!.title).toMatch(title);
});

test("checkLabels takes one-hot rows for a whole-number loss as a wrong form", () => {
  expect(checkLabels(labelForm([1, 0, 0, 0, 0, 1], 2), sparse)).toMatchObject([{ code: "shape-mismatch" }]);
});
