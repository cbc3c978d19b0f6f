import type { Plan } from "./plan.js";

/** What is known of a training before it begins, besides its plan. */
export interface TogetherOptions {
  /** Whether the samples lie with the backend. */
  readonly isHeld: boolean;
  /** Whether no layer draws noise. */
  readonly isSilent: boolean;
}

/** Updates that are timed one by one. */
const timed = 32;

/** What a call may take, in milliseconds: an abort waits for its end. */
const mostPerCall = 1;

/** More of them in a call save nothing: what a call costs is small by then. */
const most = 8;

/** To record several updates takes about as long as 5,000 of them save. */
const worthwhile = 5000;

/**
 * Decides how many updates go into one call: as many as take a millisecond, where an update is so short that a call costs a
 * good part of it, and nobody has to look in between.
 */
export class UpdatesTogether {
  readonly #plan: Plan;
  #inOneCall: number | undefined;
  #single = 0;
  #fastest = Infinity;

  constructor(plan: Plan, { isHeld, isSilent }: TogetherOptions) {
    this.#plan = plan;
    const { onStep, learningRate, checkpoint } = plan.options;
    const mayBe = isHeld && isSilent && plan.gradientAccumulation === 1;
    const isWatched = onStep !== undefined || checkpoint?.every !== undefined;
    if (!mayBe || isWatched || typeof learningRate === "function") this.#inOneCall = 1;
  }

  /** Takes in how long an update by itself took. */
  add(milliseconds: number): void {
    this.#single++;
    if (this.#single > 2) this.#fastest = Math.min(this.#fastest, milliseconds); // the first is recorded
  }

  /** How many of an epoch's updates go into the next call. */
  next({ step, stepInEpoch }: { step: number; stepInEpoch: number }): number {
    if (this.#inOneCall === undefined && this.#single === timed) this.#inOneCall = this.#decide(step);
    const { train, batchSize } = this.#plan;
    const wholeBatches = Math.floor(train.size / batchSize) - stepInEpoch;
    const inOneCall = this.#inOneCall ?? 1;
    return inOneCall <= wholeBatches ? inOneCall : 1;
  }

  /** A power of two, so that few are ever recorded. */
  #decide(step: number): number {
    const { steps, stepsPerEpoch } = this.#plan;
    if (steps - step < worthwhile) return 1;
    let updates = 1;
    while (2 * updates <= Math.min(most, stepsPerEpoch) && 2 * updates * this.#fastest <= mostPerCall)
      updates *= 2;
    return updates;
  }
}
