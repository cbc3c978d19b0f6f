import type { Address } from "./c-functions.js";
import type { Koffi } from "./load-koffi.js";

/** Memory that does not move: C may keep its address, and JavaScript reads and writes it without a call. */
export interface NativeMemory {
  readonly address: Address;
  readonly buffer: ArrayBuffer;
}

/** Reserves `bytes` bytes for as long as the process lives. */
export function reserveMemory(koffi: Koffi, bytes: number): NativeMemory {
  const pointer: bigint = koffi.alloc("uint8_t", bytes);
  return { address: Number(pointer), buffer: koffi.view(pointer, bytes) };
}
