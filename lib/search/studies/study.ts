import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialEnd } from "../stores/store.js";
import type { Trial } from "../trials/trial.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** The function that a study optimizes: it runs one trial and returns its value, a finite number, or a promise of it. */
export type Objective<Values = Parameters> = (trial: Trial<Values>) => unknown;

/** Options of {@link Study.optimize}. */
export interface OptimizeOptions {
  /** How many trials the study holds at the end, those of earlier runs included; Infinity for no limit. */
  readonly trials: number;
  /** Milliseconds after which no further trial is started; defaults to no limit. */
  readonly timeoutMs?: number;
  /** Milliseconds after which a trial counts as failed; defaults to no limit. */
  readonly trialTimeoutMs?: number;
  /** Megabytes of resident memory that the process of an objective in a file may take, watched on Linux; defaults to no limit. */
  readonly trialMemoryMb?: number;
  /** Milliseconds in which an objective in a file must be loaded; defaults to 120,000. */
  readonly loadTimeoutMs?: number;
  /** How many trials run at the same time: in this process, or in child processes of a file's; defaults to 1. */
  readonly workers?: number;
  /** How often a trial whose child process ended, hung or grew too large is begun again from its checkpoint; defaults to 1. */
  readonly retries?: number;
  /** Stops the study when it is aborted; trials that run wait to be taken up by the next call. In a notebook it defaults to Stop. */
  readonly signal?: AbortSignal;
  /**
   * Whether progress is shown: in a notebook as a bar in the cell, elsewhere as a line every ten seconds and at the end;
   * defaults to false.
   */
  readonly progress?: boolean;
  /** Called with the record of each trial that has ended. */
  readonly onTrial?: (trial: TrialRecord) => void;
}

/** How a trial ended, for {@link Study.tell}: its state, with a value where it is complete and a reason where it failed. */
export type Outcome = Pick<TrialEnd, "state" | "value" | "failure">;

/** Trials that look for the best value of one objective. */
export interface Study<Values = Parameters> {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly seed: number;
  /** The declared space; undefined where each trial asks for its hyperparameters by name. */
  readonly space: SearchSpace | undefined;
  /** Every trial by number, as it stands now. */
  readonly trials: readonly TrialRecord<Values>[];
  /** The complete trial with the best value; undefined while there is none. */
  readonly best: TrialRecord<Values> | undefined;
  /**
   * Starts a trial; `tell` ends it.
   *
   * @throws UsageError when the sampler has no more to propose
   */
  ask(): Promise<Trial<Values>>;
  /**
   * Ends a trial with its value; one that is not a finite number makes it a failed one.
   *
   * @throws UsageError when the trial does not run
   */
  tell(trial: Pick<Trial, "number">, outcome: number | Outcome): Promise<TrialRecord<Values>>;
  /**
   * Adds a trial with these values, to be run before others are proposed; hyperparameters that are not named are drawn.
   *
   * @param options.seed - of the trial's own random choices; defaults to one that the study's seed and the number give
   * @param options.attributes - what to attach to it: anything that JSON holds; defaults to nothing
   * @returns the trial's number
   * @throws UsageError for a name or a value that the declared space does not have
   */
  enqueue(
    parameters: Partial<Values>,
    options?: { seed?: number; attributes?: Record<string, unknown> },
  ): number;
  /**
   * Runs trials until the study holds as many as `options.trials` says; called again after a crash, it goes on where it stood.
   *
   * A trial whose objective throws, or returns anything but a finite number, is recorded as failed with the reason.
   *
   * @param objective - a function, which runs in this process; or the file that exports one, which runs in child processes,
   *   where it may block, crash or hang
   * @returns the best trial; undefined while none is complete
   * @throws UsageError for an option that is not allowed, an objective that cannot be loaded, and a mistake in what a trial
   *   asks for, such as reversed bounds
   */
  optimize(
    objective: Objective<Values> | URL | string,
    options: OptimizeOptions,
  ): Promise<TrialRecord<Values> | undefined>;
  /** Closes the storage behind it, which other studies may share. */
  close(): void;
}
