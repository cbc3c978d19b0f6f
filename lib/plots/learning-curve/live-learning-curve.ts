import { checkOptions, displayHook, type History } from "../../core/index.js";
import { figureBundle } from "../show/figure-bundle.js";
import { readingBundle } from "../show/reading-bundle.js";
import { svgIfPossible } from "../show/show.js";
import { epochLine } from "./epoch-line.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";
import { plotLearningCurve } from "./plot-learning-curve.js";

/** Options for {@link liveLearningCurve}. */
export interface LiveLearningCurveOptions {
  /** `"error"`, the share of wrong predictions, or `"loss"`, in nats; defaults to `"error"`. */
  metric?: LearningCurveMetric;
}

let curves = 0;

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
  curves++;
  const displayId = `deep-pessimist-learning-curve-${process.pid}-${curves}`;
  let shown = false;
  return async (history) => {
    const display = displayHook();
    if (display === undefined) {
      console.log(epochLine(history));
      return;
    }
    const figure = plotLearningCurve(history, options);
    const svg = await svgIfPossible(figure);
    display({ data: figureBundle(figure, svg), displayId, update: shown });
    display({ data: readingBundle(figure.reading), displayId: `${displayId}-reading`, update: shown });
    shown = true;
  };
}
