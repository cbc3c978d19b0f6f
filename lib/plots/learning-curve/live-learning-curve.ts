import { checkOptions, displayHook, type History } from "../../core/index.js";
import { inPlace } from "../show/in-place.js";
import { epochLine } from "./epoch-line.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";
import { plotLearningCurve } from "./plot-learning-curve.js";

/** Options for {@link liveLearningCurve}. */
export interface LiveLearningCurveOptions {
  /** `"error"`, the share of wrong predictions, or `"loss"`, in nats; defaults to `"error"`. */
  metric?: LearningCurveMetric;
}

/**
 * A learning curve that grows while the network trains, for `fit`'s `onEpoch`: in a notebook one picture, redrawn in
 * place; in a terminal one line an epoch.
 *
 * @returns what to pass as `onEpoch`; one for each training
 */
export function liveLearningCurve(
  options: LiveLearningCurveOptions = {},
): (history: History) => Promise<void> {
  checkOptions("liveLearningCurve", options, ["metric"]);
  const place = inPlace();
  return async (history) => {
    if (displayHook() === undefined) console.log(epochLine(history));
    else await place.show(plotLearningCurve(history, options));
  };
}
