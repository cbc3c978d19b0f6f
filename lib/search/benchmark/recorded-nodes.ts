import type { TrainedConfiguration } from "./recorded-configuration.js";
import { recordedLevels } from "./recorded-levels.js";

let known: readonly TrainedConfiguration[] | undefined;

/** The configurations that were trained, in the order in which they are stored. */
export function recordedNodes(): readonly TrainedConfiguration[] {
  known ??= combinations();
  return known;
}

function combinations(): readonly TrainedConfiguration[] {
  const { learningRate, optimizer, momentum, units, activation, batchSize, weightDecay } = recordedLevels;
  const [sgd, adam] = optimizer;
  const optimizers = [...momentum.map((momentum) => ({ optimizer: sgd, momentum })), { optimizer: adam }];
  return optimizers.flatMap((optimizer) =>
    activation.flatMap((activation) =>
      batchSize.flatMap((batchSize) =>
        units.flatMap((units) =>
          weightDecay.flatMap((weightDecay) =>
            learningRate.map((learningRate) => ({
              ...{ learningRate, ...optimizer, units, activation, batchSize, weightDecay },
            })),
          ),
        ),
      ),
    ),
  );
}

/** Where one of them stands, by the places of its values among the levels; adam has the place behind all momenta. */
export function nodeAt(places: NodePlaces): number {
  const { momentum, units, activation, batchSize, weightDecay, learningRate } = recordedLevels;
  let at = places.momentum ?? momentum.length;
  at = at * activation.length + places.activation;
  at = at * batchSize.length + places.batchSize;
  at = at * units.length + places.units;
  at = at * weightDecay.length + places.weightDecay;
  return at * learningRate.length + places.learningRate;
}

/** A place for each hyperparameter; `momentum` is undefined with adam. */
export interface NodePlaces {
  readonly learningRate: number;
  readonly momentum: number | undefined;
  readonly units: number;
  readonly activation: number;
  readonly batchSize: number;
  readonly weightDecay: number;
}
