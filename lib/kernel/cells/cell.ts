import { AsyncLocalStorage } from "node:async_hooks";
import type { Message } from "../protocol/message.js";

interface CellOptions {
  request: Message;
  /** The count in `In [3]`. */
  number: number;
}

/** One run of a cell: whose request its output answers, and the way to end it from outside. */
export class Cell {
  readonly request: Message;
  readonly number: number;
  /** Never fulfilled; rejected when something outside the cell's own code ends it. */
  readonly ended: Promise<never>;
  readonly #silent: boolean;
  readonly #stop = new AbortController();
  #reject!: (reason: unknown) => void;
  #running = true;

  constructor({ request, number }: CellOptions) {
    this.request = request;
    this.number = number;
    this.#silent = request.content.silent === true;
    this.ended = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.ended.catch(() => {});
  }

  get label(): string {
    return `cell [${this.number}]`;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Runs without a word to the clients; or it was stopped, and what it has left running has no more to say. */
  get silent(): boolean {
    return this.#silent || (this.stopped && !this.#running);
  }

  /** Aborted by Stop: the library's long work listens to it, whoever else likes may too. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Stop was pressed: who listens to the signal ends by itself. */
  stop(reason: Error): void {
    this.#stop.abort(reason);
  }

  /** Ends the cell now: it has not ended by itself, or something that it started has failed. */
  end(reason: unknown): void {
    this.#reject(reason);
  }

  /** Its reply is on its way; what it left in the background may go on. */
  finish(): void {
    this.#running = false;
  }
}

/** The cell in whose code we are, through promises and timers too. */
export const cellContext: AsyncLocalStorage<Cell> = new AsyncLocalStorage();
