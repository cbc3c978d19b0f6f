import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { captureStreams } from "./capture-streams.js";
import { Cell, cellContext } from "./cells/cell.js";
import { CellRunner } from "./cells/cell-runner.js";
import { ExecuteQueue } from "./cells/execute-queue.js";
import { Session } from "./cells/session.js";
import { describeError } from "./errors/describe-error.js";
import { mapStackTraces } from "./errors/stack-places.js";
import { inIdleTime } from "./in-idle-time.js";
import { installDisplay } from "./install-display.js";
import { installSignal } from "./install-signal.js";
import { keepHeapSmall } from "./keep-heap-small.js";
import { Output } from "./output.js";
import type { Channel } from "./protocol/attendant-port.js";
import type { Connection } from "./protocol/connection.js";
import type { Message } from "./protocol/message.js";
import type { StopFlag } from "./stop/stop-flag.js";
import { type Answers, makeAnswers } from "./talk/answers.js";
import { CellHistory } from "./talk/cell-history.js";
import { Comms } from "./talk/comms.js";
import { givenToCells } from "./talk/given-to-cells.js";

const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A client first asks who we are, and again until it hears our broadcasts too. Only then does the compiler load,
 * which takes all attention for a second, while the client prepares its first cell.
 */
const clientListensMs = 250;

/** By then the compiler and the libraries have been loaded, for which the heap may grow as the engine likes. */
const cellsBeforeSmall = 20;

interface KernelOptions {
  connection: Connection;
  flag: StopFlag;
  shutdown: () => void;
}

/** Serves the Jupyter protocol on a connection until it is shut down. */
export class Kernel {
  readonly #connection: Connection;
  readonly #output: Output;
  readonly #cells: CellRunner;
  readonly #queue: ExecuteQueue;
  readonly #comms: Comms;
  readonly #answers: Answers;
  readonly #shutdown: () => void;
  readonly #log: (text: string) => void;
  #session: Session | undefined;
  #prepares = false;
  #soon: NodeJS.Timeout | undefined;

  constructor({ connection, flag, shutdown }: KernelOptions) {
    this.#connection = connection;
    this.#shutdown = shutdown;
    this.#log = process.stderr.write.bind(process.stderr);
    const output = new Output(connection);
    const history = new CellHistory();
    this.#output = output;
    this.#cells = new CellRunner({
      session: () => this.#loadSession(),
      ...{ output, flag },
      announce: ({ request, number }) =>
        connection.publish("execute_input", { code: request.content.code, execution_count: number }, request),
      ended: ({ request: { content }, number }, result) => {
        connection.forgetQuestions();
        if (number === cellsBeforeSmall) keepHeapSmall();
        if (content.silent !== true && content.store_history !== false)
          history.add({ line: number, input: String(content.code), output: result });
      },
    });
    this.#queue = new ExecuteQueue({
      run: (request) => this.#execute(request),
      abort: (request) => this.#handle(request, "shell", () => ({ status: "aborted" })),
      drain: () => connection.drain(),
    });
    this.#comms = new Comms((type, content) =>
      connection.publish(type, content, this.#cells.current?.request),
    );
    this.#answers = makeAnswers({
      ...{ session: () => this.#loadSession(), history, comms: this.#comms },
      interrupt: () => this.interrupt(),
    });
    captureStreams(
      () => this.#cells.current,
      (cell, name, text) => output.stream(cell, name, text),
    );
    connection.publish("status", { execution_state: "starting" });
    connection.listen((request, channel) => this.#take(request, channel), {
      interrupt: () => this.interrupt(),
      report: (error) => this.#log(`${describeError(error).traceback.join("\n")}\n`),
    });
  }

  interrupt(): void {
    this.#cells.interrupt();
  }

  #take(request: Message, channel: Channel) {
    const type = request.header.msg_type;
    if (type === "execute_request") return this.#queue.add(request);
    if (type.startsWith("comm_") && type !== "comm_info_request") return this.#takeComm(request);
    const answer = this.#answers[type];
    if (answer === undefined) this.#log(`The kernel does not know ${type}.\n`);
    this.#handle(request, channel, answer && (() => answer(request.content)));
    if (type === "shutdown_request") this.#shutdown();
    if (type === "kernel_info_request") this.#loadSoon();
  }

  /** What a cell's code makes of it is an effect of this message, and has no reply. */
  #takeComm(request: Message) {
    const cell = new Cell({ request, number: this.#cells.current?.number ?? 0 });
    this.#handle(request, "shell", () => {
      cellContext.run(cell, () => {
        try {
          this.#comms.take(request.header.msg_type, request.content);
        } catch (error) {
          this.#output.stream(cell, "stderr", `${describeError(error).traceback.join("\n")}\n`);
        }
      });
      this.#output.flush();
      return undefined;
    });
    cell.finish();
  }

  /** Busy, answer, idle: around every request, whatever happens in between. */
  #handle(
    request: Message,
    channel: Channel,
    answer: (() => Record<string, unknown> | undefined) | undefined,
  ) {
    this.#connection.publish("status", { execution_state: "busy" }, request);
    try {
      const content = answer?.();
      if (content !== undefined) this.#connection.reply(request, channel, content);
    } catch (error) {
      this.#connection.reply(request, channel, { status: "error", ...describeError(error) });
    } finally {
      this.#connection.publish("status", { execution_state: "idle" }, request);
    }
  }

  async #execute(request: Message): ReturnType<ConstructorParameters<typeof ExecuteQueue>[0]["run"]> {
    this.#connection.publish("status", { execution_state: "busy" }, request);
    this.#connection.running(request);
    const reply = await this.#cells.run(request);
    this.#connection.running(undefined);
    const send = () => {
      this.#connection.reply(request, "shell", reply);
      this.#connection.publish("status", { execution_state: "idle" }, request);
    };
    return { status: reply.status, send };
  }

  #loadSession(): Session {
    if (this.#session === undefined) {
      const given = givenToCells({
        ...{ connection: this.#connection, output: this.#output, comms: this.#comms },
        current: () => this.#cells.current,
      });
      this.#session = new Session({ notebookFolder: process.cwd(), packageFolder, given });
      mapStackTraces(this.#session.compiler.sourceMaps);
      installDisplay((display) => this.#cells.display(display));
      installSignal();
    }
    return this.#session;
  }

  #loadSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#tryLoadSession(), clientListensMs);
  }

  #tryLoadSession() {
    if (this.#prepares) return;
    try {
      const steps = this.#loadSession().prepare();
      this.#prepares = true;
      inIdleTime(steps, () => this.#cells.current?.running === true);
    } catch {
      // The first cell tries again, and tells its reader why it cannot run.
    }
  }
}
