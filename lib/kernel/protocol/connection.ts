import { Worker } from "node:worker_threads";
import type { StopFlag } from "../stop/stop-flag.js";
import { asFrame } from "./as-frame.js";
import type { AttendantData, Channel, FromAttendant, ToAttendant } from "./attendant-port.js";
import { type Message, makeHeader, readMessage, writeMessage } from "./message.js";
import { bindSocket, type ConnectionFile, type Socket } from "./sockets.js";

export type Listener = (request: Message, channel: Channel) => void;

/** Who else is told of what comes. */
export interface Listening {
  /** A signal has come. */
  interrupt: () => void;
  report: (error: unknown) => void;
}

type Content = Record<string, unknown>;

interface Parts {
  attendant: Worker;
  stdin: Socket;
  key: string;
}

/**
 * Messages in, messages out: the only place that knows sockets, frames and signatures. Of the sockets stdin is ours; the
 * others are those of a thread beside this one.
 */
export class Connection {
  readonly #parts: Parts;
  readonly #waiting: ((answer: Message) => void)[] = [];
  readonly #drains: (() => void)[] = [];

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param parent - the process that started this one */
  static async open(
    file: ConnectionFile,
    { stop, parent }: { stop: StopFlag; parent: number },
  ): Promise<Connection> {
    const workerData: AttendantData = { file, stop: stop.buffer, parent };
    const attendant = new Worker(new URL("./attendant.js", import.meta.url), { workerData });
    const ready = new Promise((resolve, reject) => {
      attendant.once("message", resolve);
      attendant.once("error", reject);
    });
    const [stdin] = await Promise.all([bindSocket(file, "Router", file.stdin_port), ready]);
    return new Connection({ attendant, stdin, key: file.key });
  }

  /** Hands each request of both channels to the listener. A message that is no message is reported and left. */
  listen(listener: Listener, { interrupt, report }: Listening): void {
    const { attendant, stdin } = this.#parts;
    attendant.on("message", (told: FromAttendant) => {
      if (told.kind === "fault") report(told.error);
      if (told.kind === "interrupted") {
        this.#tell({ kind: "heard" });
        interrupt();
      }
      if (told.kind === "drained") this.#drains.shift()?.();
      if (told.kind !== "request") return;
      if (told.message.header.msg_type === "interrupt_request") this.#tell({ kind: "heard" });
      listener(told.message, told.channel);
    });
    void this.#read(stdin, (answer) => this.#waiting.shift()?.(answer), report);
  }

  /** Broadcasts to every client, as an effect of `parent` (absent for the kernel's own news). */
  publish(type: string, content: Content, parent?: Message, metadata: Content = {}): void {
    this.#tell({
      kind: "publish",
      frames: this.#write([`kernel.${type}`], type, content, parent, metadata),
    });
  }

  /** Answers one request on the channel that it came by. */
  reply(request: Message, channel: Channel, content: Content): void {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    this.#tell({ kind: "reply", channel, frames: this.#write(request.identities, type, content, request) });
  }

  /** Asks the client of a request for a line of text; its answer comes by the same channel. */
  ask(request: Message, content: { prompt: string; password: boolean }): Promise<Message> {
    const answer = new Promise<Message>((resolve) => this.#waiting.push(resolve));
    const identities = request.identities.map(asFrame);
    void this.#parts.stdin.send(this.#write(identities, "input_request", content, request));
    return answer;
  }

  /** Forgets the questions that nobody has answered: their cell is over. */
  forgetQuestions(): void {
    this.#waiting.length = 0;
  }

  /** Says whose cell runs, so that it can be told of what the kernel cannot say while it is busy. */
  running(parent: Message | undefined): void {
    this.#tell({ kind: "running", ...(parent && { parent: parent.header }) });
  }

  /** Returns when every request that has arrived is with the listener. */
  async drain(): Promise<void> {
    const drained = new Promise<void>((resolve) => this.#drains.push(resolve));
    this.#tell({ kind: "drain" });
    await drained;
  }

  /** Returns when everything that was said is on its way. */
  async close(): Promise<void> {
    const { attendant, stdin } = this.#parts;
    const closed = new Promise((resolve) => attendant.once("exit", resolve));
    this.#tell({ kind: "close" });
    stdin.close();
    await closed;
  }

  async #read(socket: Socket, take: (request: Message) => void, report: (error: unknown) => void) {
    for await (const frames of socket) {
      try {
        take(readMessage(frames, this.#parts.key));
      } catch (error) {
        report(error);
      }
    }
  }

  #tell(message: ToAttendant) {
    this.#parts.attendant.postMessage(message);
  }

  #write(
    identities: Message["identities"],
    type: string,
    content: Content,
    parent?: Message,
    metadata: Content = {},
  ): (Buffer | string)[] {
    const message = { identities, header: makeHeader(type), parent: parent?.header ?? {}, metadata, content };
    return writeMessage(message, this.#parts.key);
  }
}
