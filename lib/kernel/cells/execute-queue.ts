import type { Message } from "../protocol/message.js";

export type ExecuteStatus = "ok" | "error";

interface ExecuteQueueOptions {
  /** Runs one request up to its reply, which it returns unsent. */
  run: (request: Message) => Promise<{ status: ExecuteStatus; send: () => void }>;
  /** Answers a request that will not run. */
  abort: (request: Message) => void;
  /** Returns when every request that has arrived is in the queue. */
  drain: () => Promise<void>;
}

/**
 * Requests run one after another. When one fails that asked to stop on errors, those that had arrived before its
 * reply are aborted and no others: who waits for the reply before sending the next cell never has one aborted.
 */
export class ExecuteQueue {
  readonly #options: ExecuteQueueOptions;
  #waiting: Message[] = [];
  #busy = false;

  constructor(options: ExecuteQueueOptions) {
    this.#options = options;
  }

  add(request: Message): void {
    this.#waiting.push(request);
    if (!this.#busy) void this.#work();
  }

  async #work() {
    this.#busy = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { status, send } = await this.#options.run(next);
      const stops = status === "error" && next.content.stop_on_error !== false;
      const aborted = stops ? await this.#arrived() : [];
      send();
      for (const request of aborted) this.#options.abort(request);
    }
    this.#busy = false;
  }

  async #arrived(): Promise<Message[]> {
    await this.#options.drain();
    const arrived = this.#waiting;
    this.#waiting = [];
    return arrived;
  }
}
