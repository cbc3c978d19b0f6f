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
  /** Runs without a word to the clients. */
  readonly silent: boolean;
  /** Never fulfilled; rejected when something outside the cell's own code ends it. */
  readonly ended: Promise<never>;
  #reject!: (reason: unknown) => void;
  #running = true;

  constructor({ request, number }: CellOptions) {
    this.request = request;
    this.number = number;
    this.silent = request.content.silent === true;
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

  /** Ends the cell now: Stop was pressed, or something that it started has failed. */
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
