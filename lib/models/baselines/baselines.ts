import { checkOptions, type Dataset } from "../../core/index.js";
import type { Baseline, BaselineOptions } from "./baseline.js";
import { logisticRegression } from "./logistic-regression/logistic-regression.js";
import { majorityClass } from "./majority-class.js";
import { nearestClassMean } from "./nearest-class-mean.js";
import { isTrajectories, trajectoryRule } from "./trajectory-rule.js";

/**
 * Every baseline that these data allow, worst first: the numbers to beat before a network is worth its trouble.
 *
 * These are the majority class, the nearest class mean, a logistic regression, and for trajectories a rule of thumb.
 *
 * @param train - what they are made from
 * @param test - where their errors are counted; defaults to `train`
 * @throws UsageError when the sets do not fit together, or hold numbers that are not finite
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on comparing with simple baselines
 */
export async function baselines(
  train: Dataset,
  test: Dataset = train,
  options: BaselineOptions = {},
): Promise<Baseline[]> {
  checkOptions("baselines", options, ["split"]);
  const { split = test === train ? "train" : "test" } = options;
  const found: Baseline[] = [
    majorityClass(train, test, { split }),
    nearestClassMean(train, test, { split }),
    await logisticRegression(train, test, { split }),
  ];
  if (isTrajectories(test)) found.push(trajectoryRule(test, { split }));
  return found.sort((a, b) => b.errors - a.errors);
}
