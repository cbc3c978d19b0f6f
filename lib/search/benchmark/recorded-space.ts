import { choice } from "../space/choice.js";
import { float } from "../space/float.js";
import { int } from "../space/int.js";
import { type Space, space } from "../space/space.js";
import type { RecordedConfiguration } from "./recorded-configuration.js";
import { recordedLevels } from "./recorded-levels.js";

/** What a search of the packaged benchmark varies: the ranges that were recorded, and one hyperparameter that does nothing. */
export function recordedSpace(): Space<Required<Omit<RecordedConfiguration, "momentum">> & Momentum> {
  const { learningRate, optimizer, momentum, units, activation, batchSize, weightDecay } = recordedLevels;
  const ends = (levels: readonly number[]): [number, number] => [levels[0]!, levels.at(-1)!];
  return space({
    learningRate: float(...ends(learningRate), { log: true }),
    optimizer: choice(optimizer),
    momentum: float(...ends(momentum), { when: { optimizer: "sgd" } }),
    units: int(...ends(units), { log: true }),
    activation: choice(activation),
    batchSize: choice(batchSize),
    weightDecay: float(...ends(weightDecay), { log: true }),
    logEvery: int(1, 10, { role: "nuisance" }),
  });
}

type Momentum = Pick<RecordedConfiguration, "momentum">;
