import { readRecording } from "./read-recording.js";
import { recordedEpochs, recordedSeeds, recordedTest, recordedTrainVal } from "./recorded-levels.js";
import { logLossOf } from "./recorded-table.js";

/** Curves of numbers, by training or by configuration: errors are shares, losses logarithms. */
export interface Curves {
  /** [rows, epochs]. */
  readonly errors: Float64Array;
  /** [rows, epochs]; NaN from where a training diverged. */
  readonly logLosses: Float64Array;
  /** [rows]. */
  readonly testErrors: Float64Array;
}

let known: { single: Curves; mean: Curves } | undefined;

/** The recorded trainings by themselves, and the means of each configuration's seeds. */
export function recordedCurves(): { readonly single: Curves; readonly mean: Curves } {
  known ??= read();
  return known;
}

function read(): { single: Curves; mean: Curves } {
  const { errors, losses, testErrors } = readRecording();
  const single = {
    errors: Float64Array.from(errors, (wrong) => wrong / recordedTrainVal),
    logLosses: Float64Array.from(losses, logLossOf),
    testErrors: Float64Array.from(testErrors, (wrong) => wrong / recordedTest),
  };
  const mean = {
    errors: meanOfSeeds(single.errors, recordedEpochs),
    logLosses: meanOfSeeds(single.logLosses, recordedEpochs),
    testErrors: meanOfSeeds(single.testErrors, 1),
  };
  return { single, mean };
}

function meanOfSeeds(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length / recordedSeeds);
  for (let i = 0; i < values.length; i++) {
    const training = Math.floor(i / width);
    means[Math.floor(training / recordedSeeds) * width + (i % width)]! += values[i]!;
  }
  return means.map((sum) => sum / recordedSeeds);
}
