import { randomSource, shownValue, UsageError } from "../../core/index.js";
import type { Pruner } from "../pruners/pruner.js";
import { containsValue } from "../space/contains-value.js";
import { describeDistribution } from "../space/describe-distribution.js";
import type { Distribution, Parameters, ParameterValue } from "../space/distribution.js";
import {
  choiceDistribution,
  floatDistribution,
  intDistribution,
  type RangeOptions,
} from "../space/make-distribution.js";
import { sameDistribution } from "../space/same-distribution.js";
import type { Store } from "../stores/store.js";
import { assertHeld } from "../trials/assert-held.js";
import type { Trial } from "../trials/trial.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { type Proposal, proposeOne } from "./propose.js";

/** What a running trial needs beside its proposal. */
export interface LiveTrialParts extends Proposal {
  readonly store: Store;
  readonly pruner: Pruner | undefined;
  /** What the sampler proposed before the trial asked. */
  readonly proposed: Parameters;
  readonly signal: AbortSignal;
}

/** A trial that runs in this process, written down as it goes. */
export class LiveTrial implements Trial {
  readonly number: number;
  readonly seed: number;
  readonly attempt: number;
  readonly resumeFrom: unknown;
  readonly signal: AbortSignal;
  /** Whether `shouldPrune` answered true. */
  pruned = false;
  /** A caller's mistake that a method of this trial threw. */
  mistake: UsageError | undefined;
  readonly #parts: LiveTrialParts;
  #step: number | undefined;

  constructor(parts: LiveTrialParts) {
    const { trial } = parts;
    this.#parts = parts;
    this.number = trial.number;
    this.seed = trial.seed ?? 0;
    this.attempt = trial.attempt;
    this.resumeFrom = trial.checkpoint;
    this.signal = parts.signal;
  }

  /**
   * Waits until what it is told can be written.
   *
   * @throws UsageError when it cannot
   */
  async writable(): Promise<void> {
    const lock = await this.#parts.store.locked?.();
    if (lock !== undefined) throw lock;
  }

  /** The trial as it is stored. */
  get record(): TrialRecord {
    return this.#parts.stored.trials()[this.number]!;
  }

  /** Frozen: what an objective changed here, samplers would take for what was drawn. */
  get parameters(): Parameters {
    return Object.freeze(this.record.parameters);
  }

  float(name: string, low: number, high: number, options?: RangeOptions): number {
    return this.#draw(name, () => floatDistribution(call("float", name), low, high, options)) as number;
  }

  int(name: string, low: number, high: number, options?: RangeOptions): number {
    return this.#draw(name, () => intDistribution(call("int", name), low, high, options)) as number;
  }

  choice<const Choices extends readonly ParameterValue[]>(name: string, choices: Choices): Choices[number] {
    return this.#draw(name, () => choiceDistribution(call("choice", name), choices)) as Choices[number];
  }

  async report(value: number, step: number): Promise<void> {
    this.#guard(() => {
      if (!Number.isInteger(step) || step < 0 || typeof value !== "number")
        throw new UsageError({
          got: `trial.report got the value ${shownValue(value)} and the step ${shownValue(step)}.`,
          expected: "a number, and a whole number from 0.",
          fix: "write trial.report(loss, epoch).",
        });
      this.#parts.stored.report(this, step, value);
      this.#step = step;
    });
  }

  async shouldPrune(): Promise<boolean> {
    const { pruner, stored } = this.#parts;
    const { direction, seed } = stored.settings;
    const step = this.#step;
    if (pruner === undefined || step === undefined) return this.pruned;
    const random = randomSource(seed, "prune", this.number, step);
    const request = { trial: this.record, step, trials: stored.trials(), direction, seed, random };
    this.pruned ||= pruner.shouldPrune(request);
    return this.pruned;
  }

  async checkpoint(handle: unknown): Promise<void> {
    assertHeld("checkpoint", handle);
    this.#parts.stored.checkpoint(this, handle);
  }

  attribute(name: string, value: unknown): void {
    assertHeld("attribute", value);
    this.#parts.stored.setAttribute(this, name, value);
  }

  #draw(name: string, make: () => Distribution): ParameterValue {
    return this.#guard(() => {
      const distribution = make();
      const { parameters, distributions, fixed = {} } = this.record;
      if (Object.hasOwn(parameters, name)) {
        assertSame(name, distributions[name], distribution);
        return parameters[name] as ParameterValue;
      }
      const earlier = this.#parts.stored.trials().find((trial) => Object.hasOwn(trial.distributions, name));
      assertCompatible(name, earlier?.distributions[name], distribution);
      const given = Object.hasOwn(fixed, name) ? fixed[name] : this.#parts.proposed[name];
      const value =
        given !== undefined && containsValue(distribution, given)
          ? given
          : proposeOne(this.#parts, { name, distribution, role: "scientific" });
      this.#parts.stored.setParameter(this, name, value, distribution);
      return value;
    });
  }

  #guard<Result>(act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      if (error instanceof UsageError) this.mistake = error;
      throw error;
    }
  }
}

function call(kind: string, name: string): string {
  return `trial.${kind}("${name}")`;
}

function assertSame(name: string, before: Distribution | undefined, now: Distribution): void {
  if (before === undefined || sameDistribution(before, now)) return;
  throw new UsageError({
    got: `"${name}" was asked for as ${describeDistribution(now)}; this trial has it from ${describeDistribution(before)}.`,
    expected: "one distribution for each name.",
    fix: `give the second one another name, or read trial.parameters.${name}.`,
  });
}

/** Ranges may move from trial to trial; kinds and choices may not. */
function assertCompatible(name: string, before: Distribution | undefined, now: Distribution): void {
  if (before === undefined) return;
  if (before.type === now.type && (before.type !== "choice" || sameDistribution(before, now))) return;
  throw new UsageError({
    got: `"${name}" was asked for as ${describeDistribution(now)}; earlier trials had ${describeDistribution(before)}.`,
    expected: "the same kind, with the same choices, in every trial of a study.",
    fix: `give it another name, or start a study of another name.`,
  });
}
