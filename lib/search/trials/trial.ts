import type { Parameters, ParameterValue } from "../space/distribution.js";
import type { RangeOptions } from "../space/make-distribution.js";

/** What an objective holds while it runs. */
export interface Trial<Values = Parameters> {
  /** From 0 in the order in which they were asked for. */
  readonly number: number;
  /** Of the trial's own random choices: weights, order of samples. */
  readonly seed: number;
  /** 1, and 1 more each time it was taken up anew because its process died. */
  readonly attempt: number;
  /** The values so far: all of a declared space, or those that were asked for. */
  readonly parameters: Values;
  /** What `checkpoint` last kept, where an earlier attempt or rung did; undefined on a fresh start. */
  readonly resumeFrom: unknown;
  /** Aborted when the study is stopped. */
  readonly signal: AbortSignal;
  /** A number between two bounds, both included. */
  float(name: string, low: number, high: number, options?: RangeOptions): number;
  /** A whole number between two bounds, both included. */
  int(name: string, low: number, high: number, options?: RangeOptions): number;
  /** One of several things without an order. */
  choice<const Choices extends readonly ParameterValue[]>(name: string, choices: Choices): Choices[number];
  /**
   * Notes how the objective stands on its way.
   *
   * @param step - counted as the objective counts: epochs, mostly
   */
  report(value: number, step: number): Promise<void>;
  /** Whether the trial should stop here; where it answers true, the trial ends as pruned whatever is returned. */
  shouldPrune(): Promise<boolean>;
  /** Keeps what the trial can go on from: anything that JSON holds, such as a checkpoint's path. */
  checkpoint(handle: unknown): Promise<void>;
  /** Attaches anything that JSON holds. */
  attribute(name: string, value: unknown): void;
}
