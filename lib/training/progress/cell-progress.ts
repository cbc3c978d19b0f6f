import { type DisplayBundle, type History, progressBar } from "../../core/index.js";
import type { Progress } from "./progress.js";
import { epochText, stepText } from "./progress-text.js";
import type { StepReport } from "./step-report.js";

/** Milliseconds between two states of the output: each is a message to the browser. */
const interval = 250;

/** Older epochs than these are counted, so that a long training does not flood the page. */
const mostLines = 10;

/** Tells the outputs of one process from each other. */
let outputs = 0;

/**
 * Shows how far a training is in a notebook's cell: one output, redrawn in place, with a bar for the whole and a line for each
 * of the last epochs; in the end the lines stay.
 */
export class CellProgress implements Progress {
  readonly #display: (bundle: DisplayBundle) => void;
  readonly #now: () => number;
  readonly #displayId = `deep-pessimist-progress-${process.pid}-${++outputs}`;
  readonly #lines: string[] = [];
  #shown = -Infinity;

  /** @param now - a clock in milliseconds */
  constructor(display: (bundle: DisplayBundle) => void, now: () => number = () => performance.now()) {
    this.#display = display;
    this.#now = now;
  }

  step(report: () => StepReport): void {
    if (this.#now() - this.#shown < interval) return;
    const state = report();
    this.#show([...this.#latest(), `${progressBar(state.step / state.steps)} ${stepText(state)}`]);
  }

  epoch({ epochs }: History, { epochs: all, secondsLeft }: Pick<StepReport, "epochs" | "secondsLeft">): void {
    this.#lines.push(epochText(epochs.at(-1)!, all, secondsLeft));
    this.#show(this.#latest());
  }

  end(): void {
    if (this.#shown > -Infinity) this.#show(this.#latest());
  }

  #latest(): string[] {
    const older = this.#lines.length - mostLines;
    return older <= 0 ? this.#lines : [`… ${older} epochs before`, ...this.#lines.slice(-mostLines)];
  }

  #show(lines: readonly string[]): void {
    const update = this.#shown > -Infinity;
    this.#shown = this.#now();
    this.#display({ data: { "text/plain": lines.join("\n") }, displayId: this.#displayId, update });
  }
}
