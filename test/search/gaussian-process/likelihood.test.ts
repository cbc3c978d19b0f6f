import { expect, test } from "vitest";
import { matern52, squaredExponential } from "../../../lib/search/gaussian-process/kernel.js";
import { leaveOneOut } from "../../../lib/search/gaussian-process/leave-one-out.js";
import {
  likelihoodGradient,
  negativeLogLikelihood,
  pairDifferences,
  processAt,
} from "../../../lib/search/gaussian-process/likelihood.js";
import {
  believe,
  type Posterior,
  predict,
  workspaceFor,
} from "../../../lib/search/gaussian-process/posterior.js";

const observations = {
  points: Float64Array.of(0.1, 0.2, 0.5, 0.9, 0.7, 0.3, 0.95, 0.6),
  samples: 4,
  axes: 2,
  numeric: 2,
};
const targets = Float64Array.of(0.3, -1.2, 0.8, 0.1);
const scales = Float64Array.of(1 / 0.4 ** 2, 1 / 0.7 ** 2);
const differences = pairDifferences(observations);
const process = processAt(differences, targets, scales, 0.01, matern52)!;
const posterior = { observations, process, kernel: matern52, scales };

// The expected numbers of this file: NumPy 2.4 on the 4 × 4 matrix of the textbook's formulas, by inverse and determinant.

test("mean, variance and likelihood of a process agree with dense algebra", () => {
  expect(process.mean).toBeAllClose(-0.03697612008954748, { rtol: 1e-12 });
  expect(process.variance).toBeAllClose(1.1078126186508443, { rtol: 1e-12 });
  expect(negativeLogLikelihood(process, 4)).toBeAllClose(-0.2514615039099887, { rtol: 1e-11 });
});

test("a prediction agrees with dense algebra", () => {
  const { mean, variance } = predict(posterior, Float64Array.of(0.4, 0.5), workspaceFor(posterior));
  expect(mean).toBeAllClose(-0.2009403353563728, { rtol: 1e-12 });
  expect(variance).toBeAllClose(0.23748263410233136, { rtol: 1e-12 });
});

test("leaveOneOut agrees with leaving each sample out in turn", () => {
  expect(leaveOneOut(process)).toBeAllClose(-5.663821007000827, { rtol: 1e-12 });
});

test.each([matern52, squaredExponential])(
  "the likelihood's gradient with the $name kernel is its slope",
  (kernel) => {
    const at = (x: number[]): number => {
      const scale = Float64Array.of(Math.exp(-2 * x[0]!), Math.exp(-2 * x[1]!));
      return negativeLogLikelihood(processAt(differences, targets, scale, Math.exp(x[2]!), kernel)!, 4);
    };
    const x = [Math.log(0.4), Math.log(0.7), Math.log(0.01)];
    const slopes = new Float64Array(6);
    const fitted = processAt(differences, targets, scales, 0.01, kernel, slopes)!;
    const gradient = new Float64Array(3);
    likelihoodGradient(fitted, differences, scales, slopes, gradient);
    const numeric = x.map((_, k) => {
      const moved = (by: number): number[] => x.map((value, i) => (i === k ? value + by : value));
      return (at(moved(1e-5)) - at(moved(-1e-5))) / 2e-5;
    });
    expect(gradient).toBeAllClose(numeric, { rtol: 1e-6 });
  },
);

test("a prediction's gradients are its slopes", () => {
  const work = workspaceFor(posterior);
  const point = Float64Array.of(0.4, 0.5);
  predict(posterior, point, work, true);
  const [byMean, byVariance] = [
    Float64Array.from(work.meanGradient),
    Float64Array.from(work.varianceGradient),
  ];
  for (const k of [0, 1]) {
    const moved = (by: number) =>
      predict(
        posterior,
        point.map((at, i) => (i === k ? at + by : at)),
        workspaceFor(posterior),
      );
    const [after, before] = [moved(1e-5), moved(-1e-5)];
    expect(byMean[k]!).toBeAllClose((after.mean - before.mean) / 2e-5, { rtol: 1e-6 });
    expect(byVariance[k]!).toBeAllClose((after.variance - before.variance) / 2e-5, { rtol: 1e-6 });
  }
});

test("a trial that is believed changes no mean, and takes the variance where it runs", () => {
  const { posterior: believed, means } = believe(posterior, Float64Array.of(0.4, 0.5));
  const at = (model: Posterior, ...point: number[]) =>
    predict(model, Float64Array.from(point), workspaceFor(model));
  expect(means).toBeAllClose([-0.2009403353563728], { rtol: 1e-12 });
  expect(at(believed, 0.3, 0.8).mean).toBeAllClose(at(posterior, 0.3, 0.8).mean, { rtol: 1e-12 });
  expect(at(believed, 0.4, 0.5).variance).toBeLessThan(0.05 * at(posterior, 0.4, 0.5).variance);
});
