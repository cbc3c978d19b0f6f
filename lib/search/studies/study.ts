import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialEnd } from "../stores/store.js";
import type { Trial } from "../trials/trial.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** What is optimized: it returns the value of one trial, now or later. */
export type Objective<Values = Parameters> = (trial: Trial<Values>) => unknown;

/** How far `optimize` goes. */
export interface OptimizeOptions {
  /** How many trials the study shall hold at the end, those of earlier runs included. */
  readonly trials: number;
  /** After how many milliseconds no trial is started any more; defaults to no limit. */
  readonly timeoutMs?: number;
  /** After how many milliseconds a trial counts as failed; defaults to no limit. */
  readonly trialTimeoutMs?: number;
  /** Of an objective in a file: how much resident memory its process may take, in megabytes; watched on Linux. */
  readonly trialMemoryMb?: number;
  /** Of an objective in a file: in how many milliseconds it must be loaded; defaults to 120,000. */
  readonly loadTimeoutMs?: number;
  /** How many trials run at the same time: in this process, or in child processes of a file's; defaults to 1. */
  readonly workers?: number;
  /** How often a trial is begun again from its checkpoint whose child process ended, hung or grew too large; defaults to 1. */
  readonly retries?: number;
  /** Stops the study; what runs is handed back, to be taken up next time. Defaults to Stop, in a notebook. */
  readonly signal?: AbortSignal;
  /**
   * Tells how far it is: in a notebook by a bar in the cell, elsewhere by a line every ten seconds and at the end; defaults
   * to false.
   */
  readonly progress?: boolean;
  /** Called after each trial. */
  readonly onTrial?: (trial: TrialRecord) => void;
}

/** What `tell` takes where there is no value. */
export type Outcome = Pick<TrialEnd, "state" | "value" | "failure">;

/** Trials that look for the best value of one objective. */
export interface Study<Values = Parameters> {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly seed: number;
  /** Where it was declared. */
  readonly space: SearchSpace | undefined;
  /** Every trial by number, as it stands now. */
  readonly trials: readonly TrialRecord<Values>[];
  /** The complete trial with the best value; undefined while there is none. */
  readonly best: TrialRecord<Values> | undefined;
  /** Starts a trial; `tell` ends it. */
  ask(): Promise<Trial<Values>>;
  /**
   * Ends a trial with its value; one that is not a finite number makes it a failed one.
   *
   * @throws UsageError when the trial does not run
   */
  tell(trial: Pick<Trial, "number">, outcome: number | Outcome): Promise<TrialRecord<Values>>;
  /** Adds a trial with these values, to be run before others are proposed; the rest is drawn. @returns its number */
  enqueue(
    parameters: Partial<Values>,
    options?: { seed?: number; attributes?: Record<string, unknown> },
  ): number;
  /**
   * Runs trials until the study holds so many: run again after a crash, it goes on where it stood.
   *
   * A trial whose objective throws, or returns what is not a finite number, is recorded as failed with the reason.
   * @param objective - a function, which runs in this process; or the file that exports one, for child processes: there it
   *   may block, crash or hang
   * @returns the best trial; undefined where none was completed
   */
  optimize(
    objective: Objective<Values> | URL | string,
    options: OptimizeOptions,
  ): Promise<TrialRecord<Values> | undefined>;
  /** Closes the file behind it. */
  close(): void;
}
