import { expect, test } from "vitest";
import { logClassShares } from "../../../lib/models/index.js";

test("logClassShares are the logarithms of the classes' shares", () => {
  const bias = logClassShares({ labels: Int32Array.of(1, 1, 0, 1), classes: ["a", "b"] });
  expect(bias).toBeAllClose([Math.log(1 / 4), Math.log(3 / 4)], { rtol: 1e-12 });
});

test("logClassShares gives a class without samples half of one, for log 0 is infinite", () => {
  const bias = logClassShares({ labels: Int32Array.of(0, 0), classes: ["a", "b"] });
  expect(bias).toBeAllClose([0, Math.log(0.25)], { atol: 1e-12 });
});

test("logClassShares refuses an empty set", () => {
  expect(() => logClassShares({ labels: new Int32Array(), classes: ["a", "b"] })).toThrow(
    /one sample or more/,
  );
});
