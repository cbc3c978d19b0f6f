import { inspect } from "node:util";
import type { Cell } from "./cells/cell.js";
import type { Display } from "./display.js";
import type { DescribedError } from "./errors/described-error.js";
import { FloodGate } from "./flood-gate.js";
import { type MimeBundle, toMimeBundle } from "./mime-bundle.js";
import { MovingFigures } from "./moving-figures.js";
import type { Connection } from "./protocol/connection.js";

export type StreamName = "stdout" | "stderr";

const flushAfterMs = 20;
const flushAtLength = 1 << 15;

/** What cells say, on its way to the clients: in order, each as an effect of its own cell's request. */
export class Output {
  readonly #connection: Connection;
  #pending: { cell: Cell; name: StreamName; text: string } | undefined;
  readonly #gates = new WeakMap<Cell, FloodGate>();
  readonly #figures = new MovingFigures();
  #lastFlush = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Lines of one stream that follow each other closely travel together. */
  stream(cell: Cell, name: StreamName, text: string): void {
    const gate = this.#gates.get(cell) ?? new FloodGate();
    this.#gates.set(cell, gate);
    this.#write(cell, name, gate.take(text));
  }

  /** The cell is over, but for its error: its figures stay as they are, and what a flood has kept back is said. */
  end(cell: Cell): void {
    for (const figure of this.#figures.settle(cell)) this.#show(cell, figure);
    const rest = this.#gates.get(cell)?.rest() ?? "";
    if (rest !== "") this.#write(cell, "stdout", rest);
    this.flush();
    // The next cell's first words go out at once: it may never yield.
    this.#lastFlush = Number.NEGATIVE_INFINITY;
  }

  #write(cell: Cell, name: StreamName, text: string) {
    if (this.#pending?.cell !== cell || this.#pending.name !== name) {
      this.flush();
      this.#pending = { cell, name, text: "" };
      this.#timer ??= setTimeout(() => this.flush(), flushAfterMs).unref();
    }
    this.#pending.text += text;
    // A cell that never yields has no timers: what is due goes out here.
    if (this.#pending.text.length > flushAtLength || performance.now() - this.#lastFlush > 5 * flushAfterMs)
      this.flush();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === undefined || pending.text === "" || pending.cell.silent) return;
    this.#lastFlush = performance.now();
    this.#connection.publish("stream", { name: pending.name, text: pending.text }, pending.cell.request);
  }

  display(cell: Cell, display: Display): void {
    for (const shown of this.#figures.take(cell, display)) this.#show(cell, shown);
  }

  #show(cell: Cell, { data, metadata = {}, displayId, update = false }: Display) {
    const transient = displayId === undefined ? {} : { display_id: displayId };
    const type = update ? "update_display_data" : "display_data";
    this.#publish(cell, type, { ...toMimeBundle(data, metadata), transient });
  }

  /** Clears what the cell has shown: now, or when it shows something new. */
  clear(cell: Cell, wait: boolean): void {
    this.#publish(cell, "clear_output", { wait });
  }

  result(cell: Cell, bundle: MimeBundle): void {
    this.#publish(cell, "execute_result", { execution_count: cell.number, ...bundle });
  }

  error(cell: Cell, error: DescribedError): void {
    this.end(cell);
    this.#publish(cell, "error", { ...error });
  }

  #publish(cell: Cell, type: string, content: Record<string, unknown>) {
    this.flush();
    if (cell.silent) return;
    try {
      this.#connection.publish(type, content, cell.request);
    } catch (error) {
      throw new TypeError(`This output cannot be sent as JSON: ${inspect(error)}`);
    }
  }
}
