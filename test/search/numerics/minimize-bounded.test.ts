import { expect, test } from "vitest";
import { minimizeBounded } from "../../../lib/search/numerics/minimize-bounded.js";

/** Rosenbrock's function of any number of variables, with its gradient. */
function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  gradient.fill(0);
  let value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const bend = x[i + 1]! - x[i]! ** 2;
    value += 100 * bend ** 2 + (1 - x[i]!) ** 2;
    gradient[i]! += -400 * x[i]! * bend - 2 * (1 - x[i]!);
    gradient[i + 1]! += 200 * bend;
  }
  return value;
}

test("minimizeBounded finds Rosenbrock's minimum inside the box", () => {
  const { x, value, evaluations } = minimizeBounded(
    rosenbrock,
    Float64Array.of(-1.2, 1, 0.5),
    Float64Array.of(-2, -2, -2),
    Float64Array.of(2, 2, 2),
  );
  expect(x).toBeAllClose([1, 1, 1], { rtol: 1e-6 });
  expect(value).toBeLessThan(1e-12);
  expect(evaluations).toBeLessThan(120);
});

test("minimizeBounded finds the minimum on the box's face that SciPy's L-BFGS-B finds", () => {
  // scipy.optimize.minimize(rosen, [-1.2, 1, 0.5], jac=rosen_der, method="L-BFGS-B", SciPy 1.17.1
  //   bounds=[(-2, 0.8), (-2, 2), (-2, 2)], options={"ftol": 1e-15, "gtol": 1e-10})
  const { x, value } = minimizeBounded(
    rosenbrock,
    Float64Array.of(-1.2, 1, 0.5),
    Float64Array.of(-2, -2, -2),
    Float64Array.of(0.8, 2, 2),
  );
  expect(x).toBeAllClose([0.8, 0.6435643564356451, 0.4141750808743959], { rtol: 1e-6 });
  expect(value).toBeAllClose(0.1683168316831682, { rtol: 1e-10 });
});

test("minimizeBounded never leaves the box, wherever it starts", () => {
  const asked: number[] = [];
  const line = (x: Float64Array, gradient: Float64Array): number => {
    asked.push(...x);
    gradient.fill(1);
    return x[0]! + x[1]!;
  };
  const { x } = minimizeBounded(line, Float64Array.of(7, 0.4), Float64Array.of(0, 0), Float64Array.of(1, 1));
  expect(x).toEqual(Float64Array.of(0, 0));
  expect(asked.every((value) => value >= 0 && value <= 1)).toBe(true);
});
