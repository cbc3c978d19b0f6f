import { expect, test } from "vitest";
import { nextDistribution, roundDistribution } from "../../../lib/search/cma-es/distribution.js";
import { firstEvolution, nextEvolution } from "../../../lib/search/cma-es/evolution.js";
import { strategyOf } from "../../../lib/search/cma-es/strategy.js";

const objective = ([x, y, z]: Float64Array): number =>
  (x! - 0.2) ** 2 + 3 * (y! - 0.7) ** 2 + 2 * (z! - 0.4) ** 2 + x! * y!;
const first = [
  [0.67, 0.75, 0.57],
  [0.68, 0.4, 0.45],
  [0.53, 0.34, 0.53],
  [0.35, 0.74, 0.49],
  [0.31, 0.46, 0.49],
  [0.44, 0.29, 0.53],
  [0.63, 0.71, 0.45],
];
const second = [
  [0.603, 0.675, 0.513],
  [0.632, 0.38, 0.425],
  [0.517, 0.346, 0.517],
  [0.375, 0.726, 0.501],
  [0.359, 0.494, 0.521],
  [0.496, 0.361, 0.577],
  [0.687, 0.759, 0.525],
];
const ranked = (points: number[][]): Float64Array[] =>
  points.map((point) => Float64Array.from(point)).sort((a, b) => objective(a) - objective(b));
const lowerTriangle = (matrix: Float64Array): number[] => [0, 3, 4, 6, 7, 8].map((at) => matrix[at]!);

test("weights and rates agree with the Python package cmaes", () => {
  // cmaes.CMA(mean=numpy.full(3, 0.5), sigma=0.25), cmaes 0.13.1: population 7
  const strategy = strategyOf(3, 7);
  expect(strategy.weights).toBeAllClose(
    [
      0.585645106509765, 0.2928225532548825, 0.12153234023535245, 0, -0.4241269418431741, -0.7706638857059224,
      -1.0636566969842556,
    ],
    { rtol: 1e-6, atol: 1e-15 },
  );
  const { effective, rankOneRate, rankManyRate, stepRate, stepDamping, pathRate } = strategy;
  expect([effective, rankOneRate, rankManyRate, stepRate, stepDamping, pathRate]).toBeAllClose(
    [
      2.2548150822016044, 0.09640963257927214, 0.05124308701358615, 0.4149090010980616, 1.4149090010980616,
      0.5588013228860189,
    ],
    { rtol: 1e-7 },
  );
});

test("two generations agree with the Python package cmaes", () => {
  // The same points by cmaes.CMA.tell: _mean, _sigma, and the lower triangle of _C
  const start = roundDistribution(strategyOf(3, 7), Float64Array.of(0.5, 0.5, 0.5), 0.25);
  const after = nextDistribution(start, ranked(first));
  expect(after.mean).toBeAllClose([0.3723161531357034, 0.6543637148815723, 0.48513870639058587], {
    rtol: 1e-6,
  });
  expect(after.step).toBeAllClose(0.2231629937288675, { rtol: 1e-6 });
  expect(lowerTriangle(after.covariance)).toBeAllClose(
    [
      0.8955067732745926, -0.1095234510697084, 0.875585357328058, 0.011800399141079814, -0.04298421791992723,
      0.952892855369019,
    ],
    { rtol: 1e-5 },
  );
  const last = nextDistribution(after, ranked(second));
  expect(last.mean).toBeAllClose([0.3980242127215822, 0.6518670182928643, 0.5083148391479219], {
    rtol: 1e-6,
  });
  expect(last.step).toBeAllClose(0.18230741931351288, { rtol: 1e-6 });
  expect(lowerTriangle(last.covariance)).toBeAllClose(
    [
      0.6922597770783345, -0.06885897052604587, 0.7467217649028755, 0.005461422823101949,
      -0.05185066856165201, 0.9188481762456502,
    ],
    { rtol: 1e-5 },
  );
});

test("a search over a flat objective begins again elsewhere with twice the population", () => {
  let evolution = firstEvolution(2);
  const { population } = evolution.distribution.strategy;
  for (let generation = 0; generation < 40 && evolution.restarts === 0; generation++) {
    const points = Array.from({ length: population }, (_, i) =>
      Float64Array.of(0.3 + 0.01 * i, 0.5 - 0.01 * i),
    );
    evolution = nextEvolution(
      evolution,
      points,
      points.map(() => 7),
      1,
    );
  }
  expect(evolution.restarts).toBe(1);
  expect(evolution.distribution.strategy.population).toBe(2 * population);
  expect(evolution.distribution.mean).not.toEqual(Float64Array.of(0.5, 0.5));
});
