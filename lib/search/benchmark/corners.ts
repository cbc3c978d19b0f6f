import { UsageError } from "../../core/index.js";
import type { RecordedConfiguration } from "./recorded-configuration.js";
import { recordedLevels } from "./recorded-levels.js";
import { nodeAt } from "./recorded-nodes.js";

/** A recorded configuration near one that is asked for, and what it counts. */
export interface Corner {
  readonly node: number;
  readonly weight: number;
}

/** Between which two levels a number lies: the place of the lower one, and the share of the way to the upper one. */
interface Between {
  readonly place: number;
  readonly share: number;
}

/** The recorded configurations round one that is asked for, the nearest first; the one alone where it was recorded. */
export function cornersOf(configuration: RecordedConfiguration): readonly Corner[] {
  const { learningRate, optimizer, momentum = 0, units, activation, batchSize, weightDecay } = configuration;
  const levels = recordedLevels;
  const sgd = placeOf("optimizer", levels.optimizer, optimizer) === 0;
  const choices = {
    activation: placeOf("activation", levels.activation, activation),
    batchSize: placeOf("batchSize", levels.batchSize, batchSize),
  };
  const axes = [
    between("learningRate", levels.learningRate, learningRate, Math.log),
    between("units", levels.units, units, Math.log),
    between("weightDecay", levels.weightDecay, weightDecay, Math.log),
    ...(sgd ? [between("momentum", levels.momentum, momentum, (value) => value)] : []),
  ];
  let corners: { places: number[]; weight: number }[] = [{ places: [], weight: 1 }];
  for (const { place, share } of axes)
    corners = corners.flatMap(({ places, weight }) => [
      { places: [...places, place], weight: weight * (1 - share) },
      { places: [...places, place + 1], weight: weight * share },
    ]);
  return corners
    .filter(({ weight }) => weight > 0)
    .map(({ places: [learningRate = 0, units = 0, weightDecay = 0, momentum], weight }) => ({
      node: nodeAt({ learningRate, units, weightDecay, momentum, ...choices }),
      weight,
    }))
    .sort((a, b) => b.weight - a.weight || a.node - b.node);
}

function placeOf(name: string, levels: readonly unknown[], value: unknown): number {
  const place = levels.indexOf(value);
  if (place >= 0) return place;
  throw outside(name, value, levels.map((level) => JSON.stringify(level)).join(" or "));
}

function between(
  name: string,
  levels: readonly number[],
  value: number,
  scale: (value: number) => number,
): Between {
  const [low, high] = [levels[0]!, levels.at(-1)!];
  if (!(value >= low && value <= high)) throw outside(name, value, `a number in ${low} … ${high}`);
  const place = levels.findLastIndex((level) => level <= value);
  if (place === levels.length - 1) return { place, share: 0 };
  const [from, to] = [levels[place]!, levels[place + 1]!];
  return { place, share: (scale(value) - scale(from)) / (scale(to) - scale(from)) };
}

function outside(name: string, value: unknown, expected: string): UsageError {
  return new UsageError({
    got: `the recorded benchmark got ${name}: ${JSON.stringify(value)}.`,
    expected: `${expected}: what was recorded.`,
    fix: "draw configurations from recordedBenchmark().space.",
  });
}
