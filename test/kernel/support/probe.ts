import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Installed, installForTest, python, root } from "./install.js";

// biome-ignore lint/suspicious/noExplicitAny: messages as they came over the wire
type Content = Record<string, any>;

export interface Answer {
  type: string;
  reply: Content;
  messages: { msg_type: string; content: Content; parent_header: Content; metadata: Content }[];
  ms: number;
}

/** One kernel, talked to through jupyter_client. */
export class Probe {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readyMs = 0;

  private constructor(installed: Installed, cwd: string) {
    const script = join(root, "test", "kernel", "support", "probe.py");
    this.#process = spawn(python, [script, "deep-pessimist", cwd], {
      env: installed.env,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = createInterface({ input: this.#process.stdout! })[Symbol.asyncIterator]();
  }

  static async start({ cwd, node }: { cwd?: string; node?: string } = {}): Promise<Probe> {
    const installed = installForTest(node === undefined ? {} : { node });
    const probe = new Probe(installed, cwd ?? installed.notebooks);
    probe.readyMs = (await probe.#read()).ready_ms;
    return probe;
  }

  execute(code: string, options: Content = {}): Promise<Answer> {
    return this.call("execute", code, options);
  }

  request(type: string, content: Content, channel = "shell"): Promise<Answer> {
    return this.call("request", type, content, channel);
  }

  async call<Result>(name: string, ...args: unknown[]): Promise<Result> {
    this.#process.stdin!.write(`${JSON.stringify([name, ...args])}\n`);
    return (await this.#read()) as Result;
  }

  async stop(): Promise<void> {
    this.#process.stdin!.end();
    if (this.#process.exitCode === null) await once(this.#process, "exit");
  }

  /** Ends the client, which is the kernel's server too, as an operating system does that has no memory left. */
  kill(): void {
    this.#process.kill("SIGKILL");
  }

  async #read(): Promise<Content> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("The probe has ended; its own error stands above.");
    return JSON.parse(value);
  }
}

/** The kinds of messages that a cell caused, in order. */
export function types(answer: Answer): string[] {
  return answer.messages.map(({ msg_type }) => msg_type).filter((type) => type !== "status");
}

/** Everything that a cell printed on one stream. */
export function printed(answer: Answer, name = "stdout"): string {
  return answer.messages
    .filter(({ msg_type, content }) => msg_type === "stream" && content.name === name)
    .map(({ content }) => content.text)
    .join("");
}
