import { type Counts, type Interval, wilsonInterval } from "../../core/index.js";

/** An error rate of a training set's size. */
export interface SizedError extends Interval {
  readonly trainSize: number;
}

/** Error against the size of the training set, measured and foretold; `forecastLearningCurve` gives it. */
export interface ErrorByTrainSize {
  /** One for each training that was measured. */
  readonly points: readonly (Counts & { readonly trainSize: number })[];
  /** The fitted curve with its band. */
  readonly rows: readonly SizedError[];
  /** What more data alone does not get below. */
  readonly floorInterval?: Interval;
  /** How often the intervals hold. */
  readonly confidence: number;
}

/** Both in order of size, as rates with intervals. */
export function errorByTrainSizeRows({ points, rows, confidence }: ErrorByTrainSize): {
  measured: SizedError[];
  foretold: SizedError[];
} {
  const ordered = (all: readonly SizedError[]) => [...all].sort((a, b) => a.trainSize - b.trainSize);
  const measured = points.map(({ trainSize, errors, samples }) => ({
    trainSize,
    ...wilsonInterval(errors, samples, { confidence }),
  }));
  return { measured: ordered(measured), foretold: ordered(rows) };
}
