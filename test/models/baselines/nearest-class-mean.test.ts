import { expect, test } from "vitest";
import { datasetFromArrays } from "../../../lib/data/index.js";
import { predictedClasses } from "../../../lib/decomposition/index.js";
import { nearestClassMean } from "../../../lib/models/index.js";
import { golden, goldenSet } from "./golden.js";

const points = (x: number[], labels: number[], classes = ["low", "high"]) =>
  datasetFromArrays({ x: Float32Array.from(x), shape: [1], labels, classes });

test.each(["two", "three"] as const)(
  "nearestClassMean is scikit-learn's on the set of %s classes",
  (name) => {
    const { nearest } = golden[name];
    const { means, log } = nearestClassMean(goldenSet(name, "train"), goldenSet(name, "test"));
    expect(means.flatMap((mean) => [...mean])).toBeAllClose(nearest.means.flat(), { rtol: 1e-12 });
    expect([...predictedClasses(log)]).toEqual(nearest.predictions);
  },
);

test("nearestClassMean answers bytes and the same bytes scaled alike", () => {
  const [bytes, floats] = (["bytes", "floats"] as const).map((as) =>
    nearestClassMean(goldenSet("three", "train", as), goldenSet("three", "test", as)),
  );
  expect(floats!.log.probabilities).toBeAllClose(bytes!.log.probabilities, { rtol: 1e-4, atol: 1e-7 });
});

test("nearestClassMean errs where a sample is nearer to the other mean", () => {
  const train = points([0, 2, 8, 12], [0, 0, 1, 1]); // means 1 and 10
  const found = nearestClassMean(train, points([5, 6, 6, 100], [0, 0, 1, 1]));
  expect(found).toMatchObject({ errors: 1, samples: 4, error: 0.25 });
});

test("nearestClassMean never answers a class that it has not seen, and takes samples without spread", () => {
  const { log, errors } = nearestClassMean(points([3, 3], [0, 0]), points([3, 9], [0, 1]));
  expect(log.probabilities).toEqual(Float32Array.of(1, 0, 1, 0));
  expect(errors).toBe(1);
});

test("nearestClassMean refuses sets that do not fit together, and NaN", () => {
  const train = points([0, 1], [0, 1]);
  const wider = datasetFromArrays({
    x: new Float32Array(2),
    shape: [2],
    labels: [0],
    classes: train.classes,
  });
  expect(() => nearestClassMean(train, wider)).toThrow(/shape \[1\] and of \[2\]/);
  const broken = { ...train, batch: () => ({ x: Float32Array.of(0, Number.NaN), shape: [2, 1] }) };
  expect(() => nearestClassMean(broken, train)).toThrow(/NaN in sample 1/);
});
