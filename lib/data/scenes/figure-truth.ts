import type { RandomSource } from "../../core/index.js";
import { between, chance } from "./draws.js";
import type { ScenePlan } from "./scene.js";

/** What is true of a scene's figure before anything is drawn. */
export interface FigureTruth {
  /** P(person), given everything that can be seen: 1 and 0 but for ambiguous figures. */
  readonly posterior: number;
  /** Drawn from the posterior. */
  readonly isPerson: boolean;
  /** The truth, or by label noise its opposite. */
  readonly label: number;
}

/** The smaller probability of an ambiguous figure lies between these; its mean is what an ambiguous image costs. */
const doubt = [0.1, 0.5] as const;
const meanDoubt = (doubt[0] + doubt[1]) / 2;

/** The largest `ambiguity` that leaves the share of persons where `personRate` puts it. */
export function greatestAmbiguity(personRate: number): number {
  return 2 * meanDoubt * Math.min(personRate, 1 - personRate);
}

/**
 * Draws whether a scene holds a person, and its label.
 *
 * Ambiguous figures are as often drawn from persons as from stand-ins, so the share of persons stays `personRate`
 * and the expected Bayes error is `ambiguity`, whatever the rate.
 */
export function figureTruth(
  { personRate, ambiguity, labelNoise }: ScenePlan,
  random: RandomSource,
): FigureTruth {
  const leansPerson = chance(personRate, random);
  const share = leansPerson ? personRate : 1 - personRate;
  const isAmbiguous = chance(ambiguity / meanDoubt / 2 / share, random);
  const doubted = between(doubt[0], doubt[1], random);
  const against = isAmbiguous ? doubted : 0;
  const posterior = leansPerson ? 1 - against : against;
  const isPerson = chance(posterior, random);
  const isFlipped = chance(labelNoise, random);
  return { posterior, isPerson, label: isPerson !== isFlipped ? 1 : 0 };
}
