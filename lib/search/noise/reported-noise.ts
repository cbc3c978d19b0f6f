import type { Interval } from "../../core/index.js";
import type { Parameters } from "../space/distribution.js";

/** One configuration, and what it will repeat. */
export interface ConfigurationReport {
  readonly parameters: Parameters;
  /** The trial by which it was found. */
  readonly trial: number;
  /** How many were complete. */
  readonly runs: number;
  /** How many failed. */
  readonly failed: number;
  /** Of the complete runs. */
  readonly mean: number;
  /** What it will give on new seeds, on average: shrunk for having been chosen. */
  readonly expected: Interval;
  /** Whether the trials do not tell it from the best. */
  readonly isTied: boolean;
}

/** What a study's repeats say of its noise, and of its winner. */
export interface NoiseReport {
  /** Standard deviation from seed to seed. */
  readonly noise: number;
  /** Standard deviation between the better half of the configurations, noise taken off. */
  readonly between: number;
  /** By what they will repeat, best first; those that were run once stand behind those that were repeated. */
  readonly configurations: readonly ConfigurationReport[];
  readonly tied: number;
  readonly sentence: string;
}
