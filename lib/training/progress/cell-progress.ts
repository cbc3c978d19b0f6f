import type { DisplayBundle, History } from "../../core/index.js";
import type { Progress } from "./progress.js";
import { epochText, stepText } from "./progress-text.js";
import type { StepReport } from "./step-report.js";

/** Milliseconds between two states of the output: each is a message to the browser. */
const interval = 250;

/** Tells the outputs of one process from each other. */
let outputs = 0;

/** Shows how far a training is in a notebook's cell: one output, redrawn in place, with a line for each epoch. */
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
    if (this.#now() - this.#shown >= interval) this.#show([...this.#lines, stepText(report())]);
  }

  epoch({ epochs }: History, { epochs: all, secondsLeft }: Pick<StepReport, "epochs" | "secondsLeft">): void {
    this.#lines.push(epochText(epochs.at(-1)!, all, secondsLeft));
    this.#show(this.#lines);
  }

  end(): void {
    if (this.#shown > -Infinity) this.#show(this.#lines);
  }

  #show(lines: readonly string[]): void {
    const update = this.#shown > -Infinity;
    this.#shown = this.#now();
    this.#display({ data: { "text/plain": lines.join("\n") }, displayId: this.#displayId, update });
  }
}
