import type { Distribution, Parameters } from "../space/distribution.js";

/** Where a trial stands; the five states of Optuna's tables. */
export type TrialState = "waiting" | "running" | "complete" | "pruned" | "failed";

/** One report of a trial. */
export interface IntermediateValue {
  /** A whole number from 0, mostly the epoch. */
  readonly step: number;
  readonly value: number;
}

/** One trial as it is stored: everything that samplers, pruners and analyses know of it. */
export interface TrialRecord<Values = Parameters> {
  /** The trial's place in the study, from 0. */
  readonly number: number;
  readonly state: TrialState;
  readonly parameters: Values;
  /** The distribution that each parameter had when it was drawn; ranges may differ from round to round. */
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** What the objective returned; of a pruned trial its last report. Absent while it runs, and where it failed. */
  readonly value?: number;
  /** The reports, in the order of their steps. */
  readonly intermediate: readonly IntermediateValue[];
  /** Seed of the trial's own random choices. */
  readonly seed?: number;
  /** Why it failed. */
  readonly failure?: string;
  /** When it was last begun, in milliseconds since 1970. */
  readonly started?: number;
  /** When it ended, in milliseconds since 1970. */
  readonly ended?: number;
  /** How often it was begun: 0 while it waits for the first time, and 1 more each time its process ended. */
  readonly attempt: number;
  /** The values that it was enqueued with; the others are drawn when it starts. */
  readonly fixed?: Parameters;
  /** The number of the pruned trial that this one goes on with. */
  readonly continues?: number;
  /** What the objective last gave to `checkpoint`, mostly a path. */
  readonly checkpoint?: unknown;
  /** What was attached by `trial.attribute` and `study.enqueue`. */
  readonly attributes: Readonly<Record<string, unknown>>;
}
