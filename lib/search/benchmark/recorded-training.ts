import { cornersOf } from "./corners.js";
import type { RecordedConfiguration } from "./recorded-configuration.js";
import { type Curves, recordedCurves } from "./recorded-curves.js";
import { recordedEpochs, recordedSeeds } from "./recorded-levels.js";

/** How a training went, as recorded. */
export interface RecordedTraining {
  /** The share of wrong answers on the train-val images after each epoch: [epochs]. */
  readonly errors: Float64Array;
  /** The mean cross-entropy on them in nats; NaN from where the training diverged: [epochs]. */
  readonly losses: Float64Array;
  /** The error after the last epoch. */
  readonly error: number;
  /** The error on the test images after 30 epochs. */
  readonly testError: number;
  /** Whether this very configuration was trained; if not, its neighbours were. */
  readonly isRecorded: boolean;
}

/**
 * The training of a configuration with one seed, or the mean of all seeds where none is given.
 *
 * Between recorded configurations, what all seeds have in common is drawn straight from one to the next, and what is a seed's own is
 * that of the nearest: averaged, noise would come out smaller.
 */
export function recordedTraining(
  configuration: RecordedConfiguration,
  seed: number | undefined,
  epochs: number,
): RecordedTraining {
  const corners = cornersOf(configuration);
  const nearest = corners[0]!.node;
  const training = seed === undefined ? undefined : nearest * recordedSeeds + (seed % recordedSeeds);
  const { single, mean } = recordedCurves();
  const at = (of: keyof Curves, width: number, epoch: number): number => {
    const ofNearest = mean[of][nearest * width + epoch]!;
    const own = training === undefined ? ofNearest : single[of][training * width + epoch]!;
    if (corners.length === 1) return own;
    let common = 0;
    for (const { node, weight } of corners) common += weight * mean[of][node * width + epoch]!;
    return common + own - ofNearest;
  };
  const curve = (of: keyof Curves, finish: (value: number) => number) =>
    Float64Array.from({ length: epochs }, (_, epoch) => finish(at(of, recordedEpochs, epoch)));
  const errors = curve("errors", asShare);
  return {
    errors,
    losses: curve("logLosses", Math.exp),
    error: errors.at(-1)!,
    testError: asShare(at("testErrors", 1, 0)),
    isRecorded: corners.length === 1,
  };
}

const asShare = (value: number): number => Math.min(1, Math.max(0, value));
