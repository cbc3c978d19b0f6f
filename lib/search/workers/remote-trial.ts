import type { Parameters, ParameterValue } from "../space/distribution.js";
import type { RangeOptions } from "../space/make-distribution.js";
import { assertHeld } from "../trials/assert-held.js";
import type { Trial } from "../trials/trial.js";
import { callParent } from "./call-parent.js";
import type { TrialOrder } from "./trial-order.js";

/** The double of a trial in the process that runs its objective: what it does, the parent does. */
export class RemoteTrial implements Trial {
  readonly number: number;
  readonly seed: number;
  readonly attempt: number;
  readonly resumeFrom: unknown;
  readonly signal: AbortSignal;
  #parameters: Parameters;

  constructor({ number, seed, attempt, parameters, resumeFrom }: TrialOrder, signal: AbortSignal) {
    this.number = number;
    this.seed = seed;
    this.attempt = attempt;
    this.resumeFrom = resumeFrom;
    this.signal = signal;
    this.#parameters = Object.freeze(parameters);
  }

  get parameters(): Parameters {
    return this.#parameters;
  }

  float(name: string, low: number, high: number, options?: RangeOptions): number {
    return this.#keep(name, callParent({ method: "float", arguments: [name, low, high, options] })) as number;
  }

  int(name: string, low: number, high: number, options?: RangeOptions): number {
    return this.#keep(name, callParent({ method: "int", arguments: [name, low, high, options] })) as number;
  }

  choice<const Choices extends readonly ParameterValue[]>(name: string, choices: Choices): Choices[number] {
    return this.#keep(name, callParent({ method: "choice", arguments: [name, choices] })) as Choices[number];
  }

  async report(value: number, step: number): Promise<void> {
    callParent({ method: "report", arguments: [value, step] });
  }

  async shouldPrune(): Promise<boolean> {
    return callParent({ method: "shouldPrune", arguments: [] }) as boolean;
  }

  async checkpoint(handle: unknown): Promise<void> {
    assertHeld("checkpoint", handle);
    callParent({ method: "checkpoint", arguments: [handle] });
  }

  attribute(name: string, value: unknown): void {
    assertHeld("attribute", value);
    callParent({ method: "attribute", arguments: [name, value] });
  }

  #keep(name: string, value: unknown): unknown {
    this.#parameters = Object.freeze({ ...this.#parameters, [name]: value as ParameterValue });
    return value;
  }
}
