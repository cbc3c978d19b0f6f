import { expect, test } from "vitest";
import { minimize } from "../../../lib/models/baselines/logistic-regression/minimize.js";

const precise = { tolerance: 1e-10, maxIterations: 500 };

test("minimize finds the minimum of Rosenbrock's valley at (1, 1)", async () => {
  const rosenbrock = async ([x, y]: Float64Array) => ({
    value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
    gradient: Float64Array.of(-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)),
  });
  const { point, converged } = await minimize(rosenbrock, Float64Array.of(-1.2, 1), precise);
  expect(point).toBeAllClose([1, 1], { rtol: 1e-9 });
  expect(converged).toBe(true);
});

test("minimize takes a bowl a thousand times as steep in one direction", async () => {
  const steep = [1, 10, 100, 1000];
  const bowl = async (p: Float64Array) => ({
    value: p.reduce((sum, x, k) => sum + (steep[k]! * (x - k) ** 2) / 2, 0),
    gradient: p.map((x, k) => steep[k]! * (x - k)),
  });
  const { point, iterations } = await minimize(bowl, new Float64Array(4), precise);
  expect(point).toBeAllClose([0, 1, 2, 3], { rtol: 1e-9, atol: 1e-9 });
  expect(iterations).toBeLessThan(40);
});

test("minimize ends where it began, when that is the minimum", async () => {
  const flat = async (p: Float64Array) => ({ value: 0, gradient: p.map(() => 0) });
  expect(await minimize(flat, Float64Array.of(3), precise)).toMatchObject({ iterations: 0, converged: true });
});

test("minimize stops where rounding leaves no step that goes down", async () => {
  const stuck = async (p: Float64Array) => ({ value: 1, gradient: p.map(() => 1) });
  const { point, converged } = await minimize(stuck, Float64Array.of(3), precise);
  expect({ point: [...point], converged }).toEqual({ point: [3], converged: false });
});

test("minimize goes on by slopes where values are too coarse to tell", async () => {
  const coarse = async (p: Float64Array) => ({
    value: Math.fround(1 + (p[0]! - 3) ** 2),
    gradient: Float64Array.of(2 * (p[0]! - 3)),
  });
  const { point, converged } = await minimize(coarse, Float64Array.of(2.9999), precise);
  expect(point[0]).toBeAllClose(3, { rtol: 1e-9 });
  expect(converged).toBe(true);
});
