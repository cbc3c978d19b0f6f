import { type AttributeSetters, opSetters } from "./attribute-setters.js";
import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";
import type { OpAttribute } from "./op-types.js";
import { ResultSlots } from "./result-slots.js";
import { setAttribute } from "./set-attribute.js";
import { dataTypeName } from "./type-codes.js";

/** Runs ops and functions of one context on tensor handles, one at a time, reusing one op object. */
export class OpRunner {
  readonly context: Address;
  readonly #native: Native;
  readonly #set: AttributeSetters;
  #results: ResultSlots;
  #op: Address = 0;

  constructor(native: Native, context: Address) {
    this.context = context;
    this.#native = native;
    this.#set = opSetters(native);
    this.#results = new ResultSlots(native, 64);
  }

  /** The handles of the op's outputs; the caller deletes them. */
  run(
    name: string,
    attributes: readonly OpAttribute[],
    inputs: readonly Address[],
    outputs: number,
  ): Address[] {
    const { c, status, strings } = this.#native;
    this.#prepare(name);
    for (const input of inputs) {
      c.TFE_OpAddInput(this.#op, input, status.address);
      if (!status.isOk) this.#fail(name, inputs);
    }
    for (const attribute of attributes) setAttribute(this.#set, strings, this.#op, attribute);
    if (outputs > this.#results.size) this.#results = new ResultSlots(this.#native, outputs * 2);
    this.#results.expect(outputs);
    c.TFE_Execute(this.#op, this.#results.handlesAddress, this.#results.countAddress, status.address);
    if (!status.isOk) this.#fail(name, inputs);
    return this.#results.read();
  }

  #prepare(name: string): void {
    const { c, status, strings } = this.#native;
    if (this.#op === 0) this.#op = c.TFE_NewOp(this.context, strings.address(name), status.address);
    else c.TFE_OpReset(this.#op, strings.address(name), 0, status.address);
    status.assertOk(`prepare ${name}`);
  }

  #fail(name: string, inputs: readonly Address[]): never {
    const message = this.#native.status.message;
    const shapes = inputs.map((input) => describe(this.#native, input)).join(", ");
    throw new Error(`TensorFlow could not run ${name} on ${shapes || "no inputs"}: ${message}`);
  }
}

/** Sizes of a tensor's axes. */
export function shapeOf({ c, status }: Native, handle: Address): number[] {
  const rank = c.TFE_TensorHandleNumDims(handle, status.address);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) shape.push(c.TFE_TensorHandleDim(handle, axis, status.address));
  return shape;
}

/** A tensor in an error message, as in "float32 [2,3]". */
function describe(native: Native, handle: Address): string {
  return `${dataTypeName(native.c.TFE_TensorHandleDataType(handle))} [${shapeOf(native, handle)}]`;
}
