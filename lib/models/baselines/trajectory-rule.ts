import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { assertAnswers } from "./assert-comparable.js";
import { type Baseline, type BaselineOptions, scored } from "./baseline.js";
import { featuresOf, rowsOf } from "./rows-of.js";

/** Where `makeTrajectories` puts them in each step. */
const [speedAt, headTurnAt, stepSize] = [2, 3, 4];

/** Halfway between looking straight ahead and at the traffic, in radians. */
const LOOKS_FROM = 0.5;

/** Halfway between slowing down and walking, in metres per second. */
const SLOW_BELOW = 1.05;

/**
 * A rule of thumb for trajectories, with nothing learnt: who slowed down before they last turned to the traffic will
 * cross; who walked up to that look, or never looked, stays.
 *
 * It sees one change of act out of many, so a network that remembers the whole sequence beats it. Its log holds ones
 * and zeros.
 *
 * @param test - sequences as `makeTrajectories` makes them, shape [steps, 4]: along, across, speed, head turn
 * @throws UsageError for sequences of another shape, other classes than "stays" and "crosses", or an empty set
 */
export function trajectoryRule(test: Dataset, options: BaselineOptions = {}): Baseline {
  checkOptions("trajectoryRule", options, ["split"]);
  const { split = "test" } = options;
  assertTrajectories(test);
  assertAnswers("trajectoryRule", test);
  const probabilities = new Float32Array(test.size * 2);
  const size = featuresOf(test);
  for (const { start, rows } of rowsOf("trajectoryRule", test))
    for (let i = 0; i * size < rows.length; i++) {
      const steps = test.lengths?.[start + i] ?? test.shape[0]!;
      const crosses = slowedBeforeLastLook(rows.subarray(i * size, i * size + steps * stepSize));
      probabilities[(start + i) * 2 + Number(crosses)] = 1;
    }
  return scored("slowed before the last look", test, probabilities, split);
}

/** Whether `trajectoryRule` can read this set. */
export function isTrajectories({ shape, classes }: Dataset): boolean {
  return shape.length === 2 && shape[1] === stepSize && classes.join() === "stays,crosses";
}

/** @param steps - the real ones, shape [steps, 4] */
function slowedBeforeLastLook(steps: Float32Array | Uint8Array): boolean {
  const looks = (start: number) => steps[start + headTurnAt]! >= LOOKS_FROM;
  for (let start = steps.length - stepSize; start >= stepSize; start -= stepSize) {
    const before = start - stepSize;
    if (looks(start) && !looks(before)) return steps[before + speedAt]! < SLOW_BELOW;
  }
  return false;
}

function assertTrajectories(dataset: Dataset): void {
  if (isTrajectories(dataset)) return;
  throw new UsageError({
    got: `trajectoryRule got samples of shape [${dataset.shape.join(", ")}] and the classes ${dataset.classes.join(", ")}.`,
    expected: `trajectories: shape [steps, ${stepSize}], classes stays and crosses.`,
    fix: "pass what makeTrajectories makes; for other data use majorityClass, nearestClassMean or logisticRegression.",
  });
}
