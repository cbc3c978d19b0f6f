import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";

/** Where TensorFlow writes how many tensors an op made, and their handles. */
export class ResultSlots {
  /** The most tensors that fit. */
  readonly size: number;
  readonly countAddress: Address;
  readonly handlesAddress: Address;
  readonly #count: Int32Array;
  /** Each address in two halves: reading bigints would cost more than the call itself. */
  readonly #halves: Uint32Array;

  constructor(native: Native, size: number) {
    const { address, buffer } = native.reserve(8 + size * 8);
    this.size = size;
    this.countAddress = address;
    this.handlesAddress = address + 8;
    this.#count = new Int32Array(buffer, 0, 1);
    this.#halves = new Uint32Array(buffer, 8);
  }

  /** Makes ready for an op with this many outputs. */
  expect(outputs: number): void {
    this.#count[0] = outputs;
    this.#halves.fill(0, 0, outputs * 2);
  }

  /** The handles that the op wrote. */
  read(): Address[] {
    const handles: Address[] = [];
    for (let i = 0; i < this.#count[0]!; i++)
      handles.push(this.#halves[2 * i]! + this.#halves[2 * i + 1]! * 2 ** 32);
    return handles;
  }
}
