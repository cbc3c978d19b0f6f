import type { Address } from "./c-functions.js";
import type { Koffi } from "./load-koffi.js";
import { reserveMemory } from "./native-memory.js";

/**
 * Names as C wants them: bytes that end in a zero and stay where they are.
 *
 * Ops and attributes have some hundreds of names, so each is written once and kept.
 */
export class CStrings {
  readonly #known = new Map<string, Address>();
  readonly #koffi: Koffi;

  constructor(koffi: Koffi) {
    this.#koffi = koffi;
  }

  address(text: string): Address {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const bytes = new TextEncoder().encode(`${text}\0`);
    const memory = reserveMemory(this.#koffi, bytes.length);
    new Uint8Array(memory.buffer).set(bytes);
    this.#known.set(text, memory.address);
    return memory.address;
  }
}
