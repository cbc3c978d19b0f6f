import { formatMetric } from "./format-metric.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";
import type { LearningCurveSeries } from "./learning-curve-series.js";

/** A curve has turned when it is this much above its lowest point, relative to it. */
const risen = 0.05;

/** What a learning curve says: where it ended, and whether training goes on, is over, or went too far. */
export function learningCurveReading(
  series: readonly LearningCurveSeries[],
  metric: LearningCurveMetric,
): string {
  const train = series[0];
  if (train === undefined) return "No epoch has ended yet.";
  const { epoch } = train.last;
  const ends = series.map(({ name, last }) => `${formatMetric(last.value, metric)} on ${name}`);
  const head = `After ${epoch} ${epoch === 1 ? "epoch" : "epochs"} the ${metric} is ${list(ends)}`;
  return [head, ...trend(series, metric)].join("; ") + ".";
}

function trend(series: readonly LearningCurveSeries[], metric: LearningCurveMetric): string[] {
  const train = series[0]!;
  const lost = train.rows.find(({ value }) => !Number.isFinite(value));
  if (lost !== undefined) return [`training diverged in epoch ${lost.epoch}`];
  if (train.rows.length < 3) return [];
  const turned = series
    .slice(1)
    .find((curve) => curve.last.value > curve.best.value * (1 + risen) && isLate(curve));
  if (turned !== undefined)
    return [
      `${turned.name} was lowest, ${formatMetric(turned.best.value, metric)}, after epoch ${turned.best.epoch} and has risen since${train.best === train.last ? ", while train still falls: overfitting" : ""}`,
    ];
  if (train.last.value > train.best.value * (1 + risen))
    return [
      `train was lower, ${formatMetric(train.best.value, metric)}, after epoch ${train.best.epoch}: the learning rate may be too high`,
    ];
  const before = train.rows.at(-3)!.value;
  const falling = train.last.value < before * (1 - risen);
  return [falling ? "train still falls: more epochs may help" : "train has stopped falling"];
}

/** The lowest point is at least two epochs back: a single step up is noise. */
function isLate({ best, last }: LearningCurveSeries): boolean {
  return last.epoch - best.epoch >= 2;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
