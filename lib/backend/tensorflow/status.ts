import type { Address, CFunctions } from "./c-functions.js";

/** The one status object that every call writes its outcome to. */
export class Status {
  readonly address: Address;
  readonly #c: CFunctions;

  constructor(c: CFunctions) {
    this.#c = c;
    this.address = c.TF_NewStatus();
  }

  /** True when the last call that got this status succeeded. */
  get isOk(): boolean {
    return this.#c.TF_GetCode(this.address) === 0;
  }

  /** TensorFlow's own words for what went wrong. */
  get message(): string {
    return this.#c.TF_Message(this.address);
  }

  /** Throws TensorFlow's message, headed by what was being done, unless the last call succeeded. */
  assertOk(doing: string): void {
    if (!this.isOk) throw new Error(`TensorFlow could not ${doing}: ${this.message}`);
  }
}
