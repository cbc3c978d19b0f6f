import type { Distribution, Parameters } from "../space/distribution.js";

/** Where a trial stands; the five states of Optuna's tables. */
export type TrialState = "waiting" | "running" | "complete" | "pruned" | "failed";

/** What a trial reported on its way. */
export interface IntermediateValue {
  /** Counted as the objective counts: epochs, mostly. */
  readonly step: number;
  readonly value: number;
}

/** One trial as it is stored: everything that samplers, pruners and analyses know of it. */
export interface TrialRecord<Values = Parameters> {
  /** From 0 in the order in which they were asked for. */
  readonly number: number;
  readonly state: TrialState;
  readonly parameters: Values;
  /** The distribution that each parameter had when it was drawn; ranges may differ from round to round. */
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** The objective; absent until it is told, and where the trial failed. A pruned trial has its last report. */
  readonly value?: number;
  /** By step. */
  readonly intermediate: readonly IntermediateValue[];
  /** Of the trial's own random choices. */
  readonly seed?: number;
  /** Why it failed. */
  readonly failure?: string;
  /** Milliseconds since 1970. */
  readonly started?: number;
  readonly ended?: number;
  /** How often it was taken up: 1, and 1 more each time its process died; 0 while it waits. */
  readonly attempt: number;
  /** Values that were enqueued; the rest is drawn when it starts. */
  readonly fixed?: Parameters;
  /** The number of the pruned trial that this one goes on with. */
  readonly continues?: number;
  /** What the objective last kept to go on from: a path, mostly. */
  readonly checkpoint?: unknown;
  /** What the user attached. */
  readonly attributes: Readonly<Record<string, unknown>>;
}
