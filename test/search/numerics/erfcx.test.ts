import { expect, test } from "vitest";
import { erfc, erfcx } from "../../../lib/search/numerics/erfcx.js";
import { logNormalCdf } from "../../../lib/search/numerics/log-normal-cdf.js";

// scipy.special.erfcx(x), SciPy 1.17.1
const scaled: [number, number][] = [
  [-20, 1.0442939379528289e174],
  [-5.5, 27443409954929.71],
  [-1, 5.008980080762283],
  [-0.46875, 1.859402416871422],
  [-0.1, 1.123643354199209],
  [0, 1],
  [0.1, 0.8964569799691268],
  [0.3, 0.7345993345676554],
  [0.46875, 0.632069689249556],
  [0.5, 0.6156903441929258],
  [1, 0.427583576155807],
  [2, 0.2553956763105058],
  [3.9, 0.14031418160068973],
  [4, 0.1369994576250614],
  [4.1, 0.13383411641865198],
  [8, 0.06998516620088094],
  [26, 0.02168358485056291],
  [100, 0.005641613782989433],
  [1e8, 5.641895835477563e-9],
  [1e200, 5.641895835477563e-201],
];

test("erfcx agrees with scipy.special.erfcx to 15 digits", () => {
  expect(scaled.map(([x]) => erfcx(x))).toBeAllClose(
    scaled.map(([, value]) => value),
    { rtol: 1e-15 },
  );
  expect(erfcx(-30)).toBe(Number.POSITIVE_INFINITY);
});

// scipy.special.erfc(x)
const complementary: [number, number][] = [
  [-6, 2],
  [-2, 1.9953222650189528],
  [-0.5, 1.5204998778130465],
  [-0.1, 1.1124629160182848],
  [0.2, 0.7772974107895215],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028516],
  [3, 2.2090496998585445e-5],
  [4.5, 1.9661604415428878e-10],
  [10, 2.0884875837625446e-45],
  [26, 5.663192408856145e-296],
];

test("erfc agrees with scipy.special.erfc to 15 digits", () => {
  expect(complementary.map(([x]) => erfc(x))).toBeAllClose(
    complementary.map(([, value]) => value),
    { rtol: 1e-15 },
  );
});

// scipy.special.log_ndtr(x)
const logCdf: [number, number][] = [
  [-1e4, -50000010.12927892],
  [-40, -804.6084420137539],
  [-10, -53.23128515051248],
  [-5, -15.064998393988727],
  [-1.5, -2.7059444008238898],
  [-1, -1.8410216450092634],
  [-0.5, -1.1759117615936188],
  [0, -Math.LN2],
  [0.5, -0.36894641528865635],
  [1, -0.1727537790234499],
  [3, -0.0013508099647481925],
  [6, -9.86587645524372e-10],
  [8, -6.220960574271742e-16],
];

test("logNormalCdf agrees with scipy.special.log_ndtr to 14 digits", () => {
  expect(logCdf.map(([x]) => logNormalCdf(x))).toBeAllClose(
    logCdf.map(([, value]) => value),
    { rtol: 1e-14 },
  );
});
