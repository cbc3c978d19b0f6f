import { describeError } from "../errors/describe-error.js";
import type { Display, Output } from "../output.js";
import type { Message } from "../protocol/message.js";
import { describeValue } from "../values/describe-value.js";
import { BackgroundFailures } from "./background-failures.js";
import { Cell, cellContext } from "./cell.js";
import type { ExecuteStatus } from "./execute-queue.js";
import type { Session } from "./session.js";
import { pendingWork, settle } from "./settle.js";

export type ExecuteReply = { status: ExecuteStatus; execution_count: number } & Record<string, unknown>;

interface CellRunnerOptions {
  session: () => Session;
  output: Output;
  announce: (cell: Cell) => void;
}

/** Runs execute requests one at a time and turns whatever happens into output and a reply. */
export class CellRunner {
  readonly #options: CellRunnerOptions;
  readonly #failures: BackgroundFailures;
  #last: Cell | undefined;
  #count = 0;

  constructor(options: CellRunnerOptions) {
    this.#options = options;
    this.#failures = new BackgroundFailures({
      current: () => this.#last,
      report: (origin, reason) => this.#reportLate(origin, reason),
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

  interrupt(reason: unknown): void {
    if (this.#last?.running) this.#last.end(reason);
  }

  async run(request: Message): Promise<ExecuteReply> {
    const { silent = false, store_history = true } = request.content;
    if (!silent && store_history) this.#count++;
    const cell = new Cell({ request, number: this.#count });
    this.#last = cell;
    if (!silent) this.#options.announce(cell);
    try {
      await this.#evaluate(cell);
      const user_expressions = await this.#expressions(cell);
      return { status: "ok", execution_count: cell.number, payload: [], user_expressions };
    } catch (error) {
      const described = describeError(error);
      this.#options.output.error(cell, described);
      return { status: "error", execution_count: cell.number, ...described };
    } finally {
      cell.finish();
      this.#options.output.flush();
    }
  }

  async #evaluate(cell: Cell) {
    const before = pendingWork();
    const code = String(cell.request.content.code ?? "");
    const value = await cellContext.run(cell, () => this.#options.session().run(code, cell));
    await Promise.race([settle(before), cell.ended]);
    if (value != null) {
      const bundle = await cellContext.run(cell, () => Promise.race([describeValue(value), cell.ended]));
      this.#options.output.result(cell, bundle);
    }
    // Who allows errors would take this one for the expected one; it waits for a request that does not.
    const late = cell.request.content.stop_on_error === false ? undefined : this.#failures.takeLate();
    if (late !== undefined) throw late;
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

  #reportLate(origin: Cell | undefined, reason: unknown) {
    const text = describeError(reason).traceback.join("\n");
    if (origin === undefined) process.stderr.write(`${text}\n`);
    else this.#options.output.stream(origin, "stderr", `${text}\n`);
  }
}
