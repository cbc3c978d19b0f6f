import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { captureStreams } from "./capture-streams.js";
import { CellRunner } from "./cells/cell-runner.js";
import { ExecuteQueue } from "./cells/execute-queue.js";
import { Session } from "./cells/session.js";
import { cursorToIndex, indexToCursor } from "./cursor.js";
import { describeError } from "./errors/describe-error.js";
import { Interrupted } from "./errors/interrupted.js";
import { mapStackTraces } from "./errors/stack-places.js";
import { installDisplay } from "./install-display.js";
import { kernelInfo } from "./kernel-info.js";
import { Output } from "./output.js";
import type { Channel, Connection } from "./protocol/connection.js";
import type { Message } from "./protocol/message.js";

type Content = Record<string, unknown>;

const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A client first asks who we are, and again until it hears our broadcasts too. Only then does the compiler load,
 * which takes all attention for a second, while the client prepares its first cell.
 */
const clientListensMs = 250;

/** Serves the Jupyter protocol on a connection until it is shut down. */
export class Kernel {
  readonly #connection: Connection;
  readonly #cells: CellRunner;
  readonly #queue: ExecuteQueue;
  readonly #shutdown: () => void;
  readonly #log: (text: string) => void;
  #session: Session | undefined;
  #soon: NodeJS.Timeout | undefined;

  constructor(connection: Connection, shutdown: () => void) {
    this.#connection = connection;
    this.#shutdown = shutdown;
    this.#log = process.stderr.write.bind(process.stderr);
    const output = new Output(connection);
    this.#cells = new CellRunner({
      session: () => this.#loadSession(),
      output,
      announce: ({ request, number }) =>
        connection.publish("execute_input", { code: request.content.code, execution_count: number }, request),
    });
    this.#queue = new ExecuteQueue({
      run: (request) => this.#execute(request),
      abort: (request) => this.#handle(request, "shell", () => ({ status: "aborted" })),
      drain: () => connection.drain(),
    });
    captureStreams(
      () => this.#cells.current,
      (cell, name, text) => output.stream(cell, name, text),
    );
    connection.publish("status", { execution_state: "starting" });
    connection.listen(
      (request, channel) => this.#take(request, channel),
      (error) => this.#log(`${describeError(error).traceback.join("\n")}\n`),
    );
  }

  interrupt(): void {
    this.#cells.interrupt(new Interrupted());
  }

  #take(request: Message, channel: Channel) {
    const type = request.header.msg_type;
    if (type === "execute_request") return this.#queue.add(request);
    const answer = this.#answers[type];
    if (answer === undefined) this.#log(`The kernel does not know ${type}.\n`);
    void this.#handle(request, channel, answer && (() => answer(request.content)));
    if (type === "shutdown_request") this.#shutdown();
    if (type === "kernel_info_request") this.#loadSoon();
  }

  /** What each request is answered with. */
  readonly #answers: Record<string, (content: Content) => Content> = {
    kernel_info_request: kernelInfo,
    is_complete_request: ({ code }) => {
      const { completed, indent } = this.#loadSession().compiler.isCompleteCode(String(code));
      return completed ? { status: "complete" } : { status: "incomplete", indent };
    },
    inspect_request: ({ code, cursor_pos }) => {
      const source = String(code);
      const text = this.#loadSession().inspect(source, cursorToIndex(source, Number(cursor_pos)));
      const data = text === undefined ? {} : { "text/plain": text };
      return { status: "ok", found: text !== undefined, data, metadata: {} };
    },
    complete_request: ({ code, cursor_pos }) => {
      const source = String(code);
      const found = this.#loadSession().complete(source, cursorToIndex(source, Number(cursor_pos)));
      return {
        status: "ok",
        matches: found.candidates,
        cursor_start: indexToCursor(source, found.start),
        cursor_end: indexToCursor(source, found.end),
        metadata: {},
      };
    },
    comm_info_request: () => ({ status: "ok", comms: {} }),
    history_request: () => ({ status: "ok", history: [] }),
    interrupt_request: () => {
      this.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart = false }) => ({ status: "ok", restart }),
  };

  /** Busy, answer, idle: around every request, whatever happens in between. */
  #handle(request: Message, channel: Channel, answer: (() => Content) | undefined) {
    this.#connection.publish("status", { execution_state: "busy" }, request);
    try {
      if (answer) this.#connection.reply(request, channel, answer());
    } catch (error) {
      this.#connection.reply(request, channel, { status: "error", ...describeError(error) });
    } finally {
      this.#connection.publish("status", { execution_state: "idle" }, request);
    }
  }

  async #execute(request: Message): ReturnType<ConstructorParameters<typeof ExecuteQueue>[0]["run"]> {
    this.#connection.publish("status", { execution_state: "busy" }, request);
    const reply = await this.#cells.run(request);
    const send = () => {
      this.#connection.reply(request, "shell", reply);
      this.#connection.publish("status", { execution_state: "idle" }, request);
    };
    return { status: reply.status, send };
  }

  #loadSession(): Session {
    if (this.#session === undefined) {
      this.#session = new Session({ notebookFolder: process.cwd(), packageFolder });
      mapStackTraces(this.#session.compiler.sourceMaps);
      installDisplay((display) => this.#cells.display(display));
    }
    return this.#session;
  }

  #loadSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#tryLoadSession(), clientListensMs);
  }

  #tryLoadSession() {
    try {
      this.#loadSession();
    } catch {
      // The first cell tries again, and tells its reader why it cannot run.
    }
  }
}
