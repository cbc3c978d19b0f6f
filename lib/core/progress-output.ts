import { type DisplayBundle, displayHook } from "./display-hook.js";

/** Milliseconds between two states in a notebook, where each is a message to the browser, and between two lines elsewhere. */
const pace = { cell: 250, lines: 10_000 };

/** Tells the outputs of one process from each other. */
let outputs = 0;

/** What a progress is written with; for tests. */
export interface ProgressOutputParts {
  display?: ((bundle: DisplayBundle) => void) | undefined;
  print?: (line: string) => void;
  /** A clock in milliseconds. */
  now?: () => number;
}

/** Tells how far long work is: in a notebook in one output of its cell, redrawn in place; elsewhere in a line now and then. */
export class ProgressOutput {
  readonly #display: ((bundle: DisplayBundle) => void) | undefined;
  readonly #print: (line: string) => void;
  readonly #now: () => number;
  readonly #displayId = `deep-pessimist-progress-output-${process.pid}-${++outputs}`;
  #shown: number | undefined;
  #last: number;

  constructor({
    display = displayHook(),
    print = (line) => console.log(line),
    now = () => performance.now(),
  }: ProgressOutputParts = {}) {
    this.#display = display;
    this.#print = print;
    this.#now = now;
    this.#last = display === undefined ? now() : Number.NEGATIVE_INFINITY;
  }

  /** The state now; the text is made only where it is shown. */
  show(text: () => string): void {
    const due = this.#last + (this.#display === undefined ? pace.lines : pace.cell);
    if (this.#now() >= due) this.#write(text());
  }

  /** The last state, which stays. */
  end(text: string): void {
    this.#write(text);
  }

  #write(text: string) {
    this.#last = this.#now();
    if (this.#display === undefined) return this.#print(text);
    this.#display({
      data: { "text/plain": text },
      displayId: this.#displayId,
      update: this.#shown !== undefined,
    });
    this.#shown = this.#last;
  }
}
