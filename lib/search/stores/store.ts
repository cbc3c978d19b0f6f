import type { Distribution, Parameters, ParameterValue } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord, TrialState } from "../trials/trial-record.js";

/** What a study is, apart from its trials. */
export interface StudySettings {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly seed: number;
  /** Where it was declared. */
  readonly space?: SearchSpace;
}

/**
 * Where studies live. Its methods are synchronous, as SQLite is: what they wrote is kept when they return.
 * A study in memory and one in a file differ in nothing else.
 */
export interface Store {
  /** The names of its studies, oldest first. */
  names(): readonly string[];
  /** The study of that name; undefined where there is none. */
  load(name: string): StoredStudy | undefined;
  /** Creates a study, or loads it where another process was faster. */
  create(settings: StudySettings): StoredStudy;
  /**
   * Waits until it can be written, where another process may hold it locked, with the event loop free meanwhile: the
   * other methods would keep signals out. Not needed where nothing is ever locked.
   *
   * @param signal - when it is aborted, patience is short
   * @returns undefined; or what is wrong when patience is over
   */
  locked?(signal?: AbortSignal): Promise<unknown>;
  close(): void;
}

/** How a trial ended. */
export interface TrialEnd {
  readonly state: Exclude<TrialState, "waiting" | "running">;
  /** Of a complete trial; of a pruned one its last report, where there is one. */
  readonly value?: number;
  readonly failure?: string;
  /** Milliseconds since 1970. */
  readonly ended: number;
}

/** A trial to be run later. */
export interface EnqueuedTrial {
  readonly fixed: Parameters;
  /** Defaults to what the study's seed and the number give. */
  readonly seed?: number;
  /** Goes on with this pruned trial: it starts with its reports and its checkpoint. */
  readonly continues?: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Which run of a trial writes: of two attempts, the later one alone is heard. */
export type RunningTrial = Pick<TrialRecord, "number" | "attempt">;

/** One study in a store. Each method is one transaction. */
export interface StoredStudy {
  readonly settings: StudySettings;
  /**
   * Every trial by number, as it stands now. A finished trial is the same object at each call, so that what is worked
   * out from it may be kept.
   */
  trials(): readonly TrialRecord[];
  /**
   * Starts a trial: one whose process died, with its number, parameters and checkpoint; else the first that waits;
   * else a new one with the next number.
   *
   * @param limit - undefined is returned where this many trials were begun or finished
   */
  begin(started: number, limit: number): TrialRecord | undefined;
  /** Notes a value that was drawn. */
  setParameter(trial: RunningTrial, name: string, value: ParameterValue, distribution: Distribution): void;
  /** Notes all values of a declared space at once. */
  setParameters(
    trial: RunningTrial,
    parameters: Parameters,
    distributions: Readonly<Record<string, Distribution>>,
  ): void;
  /** Notes a report; a second one of the same step replaces the first. */
  report(trial: RunningTrial, step: number, value: number): void;
  setAttribute(trial: RunningTrial, name: string, value: unknown): void;
  checkpoint(trial: RunningTrial, handle: unknown): void;
  /** Ends a trial; false where it had ended, or a later attempt has it. */
  finish(trial: RunningTrial, end: TrialEnd): boolean;
  /** Hands a running trial back: it waits, with what it has, for whoever begins next. */
  release(trial: RunningTrial): void;
  /**
   * Adds a waiting trial.
   *
   * @returns its number; of one that continues a trial, the number of the one that does so already, if there is one
   */
  enqueue(trial: EnqueuedTrial): number;
  /** What is attached to the study as a whole, by its keys: for other programs, such as optuna-dashboard, and for rounds. */
  attached(): Readonly<Record<string, unknown>>;
  /** Attaches anything that JSON holds; undefined takes what has that key away. */
  attach(changes: Readonly<Record<string, unknown>>): void;
}
