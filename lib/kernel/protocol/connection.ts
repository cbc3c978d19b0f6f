import { setImmediate as nextTurn } from "node:timers/promises";
import { type Message, makeHeader, readMessage, writeMessage } from "./message.js";
import { bindSockets, type ConnectionFile, type Socket, type Sockets } from "./sockets.js";

export type Channel = "shell" | "control";
export type Listener = (request: Message, channel: Channel) => void;

/** Messages in, messages out: the only place that knows sockets, frames and signatures. */
export class Connection {
  readonly #sockets: Sockets;
  readonly #key: string;

  private constructor(sockets: Sockets, key: string) {
    this.#sockets = sockets;
    this.#key = key;
  }

  static async open(file: ConnectionFile): Promise<Connection> {
    const connection = new Connection(await bindSockets(file), file.key);
    void connection.#echoHeartbeat();
    return connection;
  }

  /** Hands each request of both channels to the listener. A message that is no message is reported and left. */
  listen(listener: Listener, report: (error: unknown) => void): void {
    for (const channel of ["shell", "control"] as const)
      void this.#read(this.#sockets[channel], (request) => listener(request, channel), report);
  }

  /** Broadcasts to every client, as an effect of `parent` (absent for the kernel's own news). */
  publish(
    type: string,
    content: Record<string, unknown>,
    parent?: Message,
    metadata: Record<string, unknown> = {},
  ): void {
    this.#send(this.#sockets.iopub, [`kernel.${type}`], type, content, parent, metadata);
  }

  /** Answers one request on the channel that it came by. */
  reply(request: Message, channel: Channel, content: Record<string, unknown>): void {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    this.#send(this.#sockets[channel], request.identities, type, content, request, {});
  }

  /** Returns when everything that has arrived on the shell channel has been read. */
  async drain(): Promise<void> {
    do await nextTurn();
    while (this.#sockets.shell.readable);
  }

  close(): void {
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  async #read(socket: Socket, take: (request: Message) => void, report: (error: unknown) => void) {
    for await (const frames of socket) {
      try {
        take(readMessage(frames, this.#key));
      } catch (error) {
        report(error);
      }
    }
  }

  async #echoHeartbeat() {
    for await (const frames of this.#sockets.heartbeat) await this.#sockets.heartbeat.send(frames);
  }

  #send(
    socket: Socket,
    identities: Message["identities"],
    type: string,
    content: Record<string, unknown>,
    parent: Message | undefined,
    metadata: Record<string, unknown>,
  ) {
    const message = { identities, header: makeHeader(type), parent: parent?.header ?? {}, metadata, content };
    void socket.send(writeMessage(message, this.#key));
  }
}
