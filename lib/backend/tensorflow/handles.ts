import type { Address } from "./c-functions.js";

/** The tensors that are alive, by the ids that tfjs knows them by. */
export class Handles {
  readonly #alive = new Map<number, Address>();
  #nextId = 0;

  get count(): number {
    return this.#alive.size;
  }

  add(handle: Address): number {
    const id = this.#nextId++;
    this.#alive.set(id, handle);
    return id;
  }

  get(id: number): Address {
    const handle = this.#alive.get(id);
    if (handle === undefined) throw new Error(`There is no tensor ${id}: it was disposed, or never made.`);
    return handle;
  }

  has(id: number): boolean {
    return this.#alive.has(id);
  }

  /** Forgets a tensor and returns its handle, for the caller to delete. */
  take(id: number): Address {
    const handle = this.get(id);
    this.#alive.delete(id);
    return handle;
  }
}
