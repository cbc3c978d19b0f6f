import type { Display } from "../display.js";
import { describeError } from "../errors/describe-error.js";
import { Interrupted } from "../errors/interrupted.js";
import type { Output } from "../output.js";
import type { Message } from "../protocol/message.js";
import { defineGuards } from "../stop/guard-functions.js";
import type { StopFlag } from "../stop/stop-flag.js";
import { describeValue } from "../values/describe-value.js";
import { BackgroundFailures } from "./background-failures.js";
import { Cell, cellContext } from "./cell.js";
import type { ExecuteStatus } from "./execute-queue.js";
import type { Session } from "./session.js";
import { pendingWork, settle } from "./settle.js";

export type ExecuteReply = { status: ExecuteStatus; execution_count: number } & Record<string, unknown>;

/** How long a stopped cell may take to end by itself: to return what it has got, to free what it holds. */
const graceMs = 700;

/** How long loops that a stopped cell has left behind are looked out for. */
const aftermathMs = 5000;

interface CellRunnerOptions {
  session: () => Session;
  output: Output;
  flag: StopFlag;
  announce: (cell: Cell) => void;
  /** Told of each cell that has ended, with its last value as text. */
  ended: (cell: Cell, result: string | null) => void;
}

/** Runs execute requests one at a time and turns whatever happens into output and a reply. */
export class CellRunner {
  readonly #options: CellRunnerOptions;
  readonly #failures: BackgroundFailures;
  #last: Cell | undefined;
  #lower: NodeJS.Timeout | undefined;
  #count = 0;

  constructor(options: CellRunnerOptions) {
    this.#options = options;
    this.#failures = new BackgroundFailures({
      current: () => this.#last,
      report: (origin, reason) => this.#reportLate(origin, reason),
    });
    defineGuards({
      flag: options.flag,
      current: () => cellContext.getStore(),
      stop: (cell) => {
        this.#stop(cell);
        throw new Interrupted();
      },
    });
  }

  /** Whose output is written now: that of the cell whose code runs, through promises and timers too, or the last. */
  get current(): Cell | undefined {
    return cellContext.getStore() ?? this.#last;
  }

  /** Shows something in the output of the current cell. */
  display(display: Display): void {
    if (this.current !== undefined) this.#options.output.display(this.current, display);
  }

  /** Stop was pressed. */
  interrupt(): void {
    const isNews = this.#options.flag.hearNext();
    if (!this.#last?.running) this.#lowerLater();
    else if (isNews) this.#stop(this.#last);
  }

  async run(request: Message): Promise<ExecuteReply> {
    const { silent = false, store_history = true } = request.content;
    this.#options.flag.awaitOwnSignals();
    if (!silent && store_history) this.#count++;
    const cell = new Cell({ request, number: this.#count });
    this.#last = cell;
    if (!silent) this.#options.announce(cell);
    let result: string | null = null;
    try {
      result = await this.#evaluate(cell);
      const user_expressions = await this.#expressions(cell);
      return { status: "ok", execution_count: cell.number, payload: [], user_expressions };
    } catch (error) {
      const described = describeError(this.#reasonOf(cell, error));
      this.#options.output.error(cell, described);
      return { status: "error", execution_count: cell.number, ...described };
    } finally {
      this.#options.output.end(cell);
      cell.finish();
      if (cell.stopped) this.#lowerLater();
      this.#options.ended(cell, result);
    }
  }

  async #evaluate(cell: Cell): Promise<string | null> {
    const before = pendingWork();
    const code = String(cell.request.content.code ?? "");
    const value = await cellContext.run(cell, () => this.#options.session().run(code, cell));
    cell.signal.throwIfAborted();
    await Promise.race([settle(before), cell.ended]);
    const bundle =
      value == null
        ? undefined
        : await cellContext.run(cell, () => Promise.race([describeValue(value), cell.ended]));
    cell.signal.throwIfAborted();
    if (bundle !== undefined) this.#options.output.result(cell, bundle);
    // Who allows errors would take this one for the expected one; it waits for a request that does not.
    const late = cell.request.content.stop_on_error === false ? undefined : this.#failures.takeLate();
    if (late !== undefined) throw late;
    return bundle === undefined ? null : String(bundle.data["text/plain"]);
  }

  async #expressions(cell: Cell): Promise<Record<string, unknown>> {
    const asked = Object.entries((cell.request.content.user_expressions ?? {}) as Record<string, string>);
    const answers: [string, unknown][] = [];
    for (const [name, code] of asked) answers.push([name, await this.#expression(cell, code)]);
    return Object.fromEntries(answers);
  }

  async #expression(cell: Cell, code: string): Promise<Record<string, unknown>> {
    try {
      const value = await cellContext.run(cell, () => this.#options.session().run(code, cell));
      return { status: "ok", ...(await describeValue(value ?? String(value))) };
    } catch (error) {
      return { status: "error", ...describeError(error) };
    }
  }

  /** Asks a cell to end by itself, and ends it if it does not. */
  #stop(cell: Cell) {
    if (cell.stopped) return;
    clearTimeout(this.#lower);
    const reason = new Interrupted();
    this.#options.flag.hearAll();
    cell.stop(reason);
    setTimeout(() => cell.end(reason), graceMs).unref();
  }

  /** A stopped cell fails by being stopped, whatever its code made of that. */
  #reasonOf(cell: Cell, error: unknown): unknown {
    if (error instanceof Interrupted) this.#stop(cell);
    return cell.stopped && !(error instanceof Interrupted) ? cell.signal.reason : error;
  }

  #lowerLater() {
    clearTimeout(this.#lower);
    this.#lower = setTimeout(() => this.#options.flag.lower(), aftermathMs).unref();
  }

  #reportLate(origin: Cell | undefined, reason: unknown) {
    const text = describeError(reason).traceback.join("\n");
    if (origin === undefined) process.stderr.write(`${text}\n`);
    else this.#options.output.stream(origin, "stderr", `${text}\n`);
  }
}
