import type { History } from "../../core/index.js";
import type { Progress } from "./progress.js";
import { epochText, stepText } from "./progress-text.js";
import type { StepReport } from "./step-report.js";

/** Where progress is printed: `process.stdout` is one. */
export interface ProgressStream {
  write(text: string): unknown;
  /** Whether it is a terminal, whose last line can be written anew. */
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Milliseconds between two states of the line: a terminal that is written to without end is slow. */
const interval = 100;

const eraseLine = "\r\u001b[K";

/**
 * Prints how far a training is: on a terminal a line that moves, elsewhere nothing but a line at the end of each epoch.
 *
 * @param now - a clock in milliseconds
 */
export class ProgressPrinter implements Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #printed = -Infinity;

  constructor(stream: ProgressStream = process.stdout, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  step(report: () => StepReport): void {
    if (this.#stream.isTTY !== true || this.#now() - this.#printed < interval) return;
    this.#printed = this.#now();
    const text = stepText(report());
    // A line that wraps cannot be erased.
    this.#stream.write(`${eraseLine}${text.slice(0, (this.#stream.columns ?? 80) - 1)}`);
  }

  epoch({ epochs }: History, { epochs: all, secondsLeft }: Pick<StepReport, "epochs" | "secondsLeft">): void {
    const erase = this.#stream.isTTY === true ? eraseLine : "";
    this.#stream.write(`${erase}${epochText(epochs.at(-1)!, all, secondsLeft)}\n`);
  }

  end(): void {
    if (this.#stream.isTTY === true) this.#stream.write(eraseLine);
  }
}
