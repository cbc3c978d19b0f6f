import { UsageError } from "../../core/index.js";
import { type Cell, cellContext } from "./cell.js";

/** Work that a finished cell left behind has failed since. */
export class BackgroundFailure extends Error {
  override readonly name: string = "BackgroundFailure";

  constructor(origin: Cell | undefined, cause: unknown) {
    const from = origin === undefined ? "The kernel" : `What ${origin.label} left running`;
    super(`${from} failed after the cell had ended; await it there to see it fail in its place.`);
    this.cause = cause;
  }
}

interface BackgroundFailuresOptions {
  /** The cell that runs now, if any. */
  current: () => Cell | undefined;
  /** Tells of a failure of a finished cell when it happens. */
  report: (origin: Cell | undefined, reason: unknown) => void;
}

/**
 * Catches what no cell catches. In Node a rejected promise that nobody awaits ends the program; here it ends the
 * cell that started it, and if that has ended, fails the next reply: no run may look green while work has failed.
 */
export class BackgroundFailures {
  readonly #options: BackgroundFailuresOptions;
  #late: BackgroundFailure | undefined;

  constructor(options: BackgroundFailuresOptions) {
    this.#options = options;
    process.on("unhandledRejection", (reason) => this.#take(reason));
    process.on("uncaughtException", (error) => this.#take(error));
    this.#guardExit();
  }

  /** The first failure that no reply has told of yet; told once. */
  takeLate(): BackgroundFailure | undefined {
    const late = this.#late;
    this.#late = undefined;
    return late;
  }

  #take(reason: unknown) {
    const origin = cellContext.getStore() ?? this.#options.current();
    if (origin?.running) return origin.end(reason);
    if (origin?.stopped) return;
    this.#options.report(origin, reason);
    this.#late ??= new BackgroundFailure(origin, reason);
  }

  /** A cell must not take the kernel with it, least of all with exit code 0. */
  #guardExit() {
    const exit = process.exit;
    process.exit = (code) => {
      const cell = cellContext.getStore();
      if (cell === undefined) return exit(code);
      const error = new UsageError({
        got: `process.exit(${code ?? ""}) was called.`,
        expected: "a cell that comes to its end; the kernel goes on for the cells after it.",
        fix: 'throw new Error("…") to stop here.',
      });
      this.#take(error);
      throw error;
    };
  }
}
