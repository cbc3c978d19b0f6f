import { areaUnderRoc, type PredictionLog } from "../../core/index.js";
import { oneAgainstRest } from "../metrics/positive-class.js";
import { predictedClasses } from "../metrics/predicted-classes.js";

/** A loss that can be taken apart like the error rate: less is better. */
export interface LadderMetric {
  readonly name: string;
  /** What a reading calls its size: "points" where it is a rate, and is then given in percent; "nats" for a log loss. */
  readonly unit: "points" | (string & {});
  /**
   * Prepares one log, and returns the loss of any of its rows, some of them twice. NaN where these rows have none: such
   * draws are made anew.
   */
  readonly of: (log: PredictionLog) => (rows: Uint32Array) => number;
}

/** A probability below this counts as this, as in training: −log 0 is infinite. */
const smallest = 1e-7;

/** Losses by name, for `decomposeMetric`; a loss of one's own is an object of the same form. */
export const ladderMetrics: Readonly<
  Record<"error" | "logLoss" | "brier" | "balancedError" | "areaAboveRoc", LadderMetric>
> = {
  error: {
    name: "error",
    unit: "points",
    of: (log) => {
      const predicted = predictedClasses(log);
      return meanBy(Float64Array.from(predicted, (guess, row) => Number(guess !== log.labels[row])));
    },
  },
  logLoss: {
    name: "log loss",
    unit: "nats",
    of: ({ labels, probabilities, classes }) =>
      meanBy(
        Float64Array.from(
          labels,
          (label, row) => -Math.log(Math.max(probabilities[row * classes.length + label]!, smallest)),
        ),
      ),
  },
  brier: {
    name: "Brier score",
    unit: "of 2",
    of: ({ labels, probabilities, classes }) =>
      meanBy(
        Float64Array.from(labels, (label, row) => {
          let sum = 0;
          for (let k = 0; k < classes.length; k++)
            sum += (probabilities[row * classes.length + k]! - Number(k === label)) ** 2;
          return sum;
        }),
      ),
  },
  balancedError: {
    name: "balanced error",
    unit: "points",
    of: (log) => {
      const predicted = predictedClasses(log);
      const { labels, classes } = log;
      return (rows) => {
        const [wrong, all] = [new Float64Array(classes.length), new Float64Array(classes.length)];
        for (const row of rows) {
          all[labels[row]!]!++;
          if (predicted[row] !== labels[row]) wrong[labels[row]!]!++;
        }
        let [sum, present] = [0, 0];
        for (let k = 0; k < classes.length; k++) {
          if (all[k] === 0) continue;
          sum += wrong[k]! / all[k]!;
          present++;
        }
        return sum / present;
      };
    },
  },
  areaAboveRoc: {
    name: "area above the ROC curve",
    unit: "points",
    of: (log) => {
      const sets = (log.classes.length === 2 ? [1] : log.classes.map((_, k) => k)).map((k) =>
        oneAgainstRest(log, k),
      );
      return (rows) => {
        const areas = sets.flatMap(({ scores, positive }) => {
          const drawn = Uint8Array.from(rows, (row) => positive[row]!);
          const positives = drawn.reduce((sum, is) => sum + is, 0);
          if (positives === 0 || positives === drawn.length) return [];
          return [
            areaUnderRoc(
              Float32Array.from(rows, (row) => scores[row]!),
              drawn,
            ).area,
          ];
        });
        return 1 - areas.reduce((sum, area) => sum + area, 0) / areas.length;
      };
    },
  },
};

function meanBy(losses: Float64Array): (rows: Uint32Array) => number {
  return (rows) => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += losses[rows[i]!]!;
    return sum / rows.length;
  };
}
