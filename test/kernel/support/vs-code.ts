import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Message, readMessage, writeMessage } from "../../../lib/kernel/protocol/message.js";
import { fromTslab } from "../../../lib/kernel/tslab/from-tslab.js";
import { installForTest } from "./install.js";

// biome-ignore lint/suspicious/noExplicitAny: messages as they came over the wire
type Content = Record<string, any>;

interface Socket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  subscribe(topic: string): void;
  send(frames: readonly (Buffer | string)[]): Promise<void>;
  close(): void;
}

type ZeroMq = Record<"Dealer" | "Subscriber", new (options?: { routingId: string }) => Socket>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

export interface Reply {
  content: Content;
  /** What was broadcast about the request, until the kernel was idle. */
  heard: { type: string; content: Content }[];
}

/**
 * A client as VS Code's Jupyter extension is one: without a Jupyter server, it chooses the ports, writes the connection
 * file, starts the kernelspec's command, and has three sockets of the same name. To interrupt a kernel whose
 * `interrupt_mode` is "message" it sends that message on the shell channel.
 *
 * @see github.com/microsoft/vscode-jupyter, src/kernels/raw/launcher/kernelProcess.node.ts and
 *   src/kernels/raw/session/rawKernelConnection.node.ts
 */
export class VsCode {
  readonly #process: ChildProcess;
  readonly #key: string;
  readonly #shell: Socket;
  readonly #iopub: Socket;
  readonly #session: string;
  readonly #waiting = new Map<string, (content: Content) => void>();
  readonly #heard = new Map<string, { messages: Reply["heard"]; idle: () => void }>();

  private constructor(process: ChildProcess, { key, shell_port, iopub_port }: Content) {
    const { Dealer, Subscriber } = fromTslab<ZeroMq>("zeromq");
    this.#process = process;
    this.#key = key;
    this.#session = randomUUID();
    this.#shell = new Dealer({ routingId: this.#session });
    this.#iopub = new Subscriber();
    this.#shell.connect(`tcp://127.0.0.1:${shell_port}`);
    this.#iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
    this.#iopub.subscribe("");
    void this.#listen(this.#shell, ({ parent, content }) => this.#waiting.get(parent.msg_id!)?.(content));
    void this.#listen(this.#iopub, ({ header, parent, content }) => {
      const about = this.#heard.get(parent.msg_id!);
      about?.messages.push({ type: header.msg_type, content });
      if (content.execution_state === "idle") about?.idle();
    });
  }

  static async start(): Promise<VsCode> {
    const { prefix, notebooks } = installForTest();
    const folder = join(prefix, "share", "jupyter", "kernels", "deep-pessimist");
    const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
    const names = ["hb", "control", "shell", "stdin", "iopub"];
    const ports = await Promise.all(names.map(async (name) => [`${name}_port`, await freePort()]));
    const connection = {
      ...{ version: 1, transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256" },
      ...{ key: randomUUID(), kernel_name: "deep-pessimist", ...Object.fromEntries(ports) },
    };
    const file = join(mkdtempSync(join(tmpdir(), "vs code ")), "kernel-v2.json");
    writeFileSync(file, JSON.stringify(connection));
    const [program, ...args] = spec.argv.map((word: string) => word.replace("{connection_file}", file));
    const env = { ...process.env, ...spec.env };
    return new VsCode(spawn(program, args, { cwd: notebooks, env, stdio: "pipe" }), connection);
  }

  /** Asks who is there until an answer and a broadcast have come: sockets join late. */
  async ready(): Promise<Reply> {
    for (;;) {
      const wait = new Promise<undefined>((done) => setTimeout(done, 500));
      const reply = await Promise.race([this.request("kernel_info_request", {}), wait]);
      if (reply !== undefined) return reply;
    }
  }

  /** Runs a cell, with the options that VS Code gives. */
  execute(code: string): Promise<Reply> {
    const options = { silent: false, store_history: true, allow_stdin: true, stop_on_error: false };
    return this.request("execute_request", { code, ...options });
  }

  async request(type: string, content: Content): Promise<Reply> {
    const id = randomUUID();
    const reply = new Promise<Content>((resolve) => this.#waiting.set(id, resolve));
    const messages: Reply["heard"] = [];
    const idle = new Promise<void>((resolve) => this.#heard.set(id, { messages, idle: resolve }));
    const date = new Date().toISOString();
    const header = { msg_id: id, session: this.#session, username: "", date, msg_type: type, version: "5.2" };
    const message: Message = { identities: [], header, parent: {}, metadata: {}, content };
    await this.#shell.send(writeMessage(message, this.#key));
    const [found] = await Promise.all([reply, idle]);
    return { content: found, heard: messages.filter((one) => one.type !== "status") };
  }

  async stop(): Promise<void> {
    this.#shell.close();
    this.#iopub.close();
    this.#process.kill();
    if (this.#process.exitCode === null) await once(this.#process, "exit");
  }

  async #listen(socket: Socket, take: (message: Message) => void) {
    for await (const frames of socket) take(readMessage(frames, this.#key));
  }
}
