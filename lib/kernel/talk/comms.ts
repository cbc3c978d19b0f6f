import { randomUUID } from "node:crypto";
import { UsageError } from "../../core/index.js";

type Data = Record<string, unknown>;

/** One end of a channel between a cell's code and a widget in the client. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: Data): void;
  close(data?: Data): void;
  /** Called with what the client sends. */
  onMessage?: (data: Data) => void;
  /** Called when the client closes its end. */
  onClose?: (data: Data) => void;
}

/** Called when a client opens a comm of a registered target. */
export type Opened = (comm: Comm, data: Data) => void;

/** The comms that are open, and who takes those that clients open. */
export class Comms {
  readonly #publish: (type: string, content: Data) => void;
  readonly #targets = new Map<string, Opened>();
  readonly #open = new Map<string, Comm>();

  constructor(publish: (type: string, content: Data) => void) {
    this.#publish = publish;
  }

  register(target: string, opened: Opened): void {
    this.#targets.set(target, opened);
  }

  open(target: string, data: Data = {}): Comm {
    const comm = this.#add(randomUUID(), target);
    this.#publish("comm_open", { comm_id: comm.id, target_name: target, data });
    return comm;
  }

  /** The open ones by id, as comm_info tells them. */
  info(target?: string): Record<string, { target_name: string }> {
    const asked = [...this.#open.values()].filter((comm) => target === undefined || comm.target === target);
    return Object.fromEntries(asked.map((comm) => [comm.id, { target_name: comm.target }]));
  }

  /** Takes comm_open, comm_msg or comm_close of a client. What nobody has registered for is closed at once. */
  take(type: string, { comm_id, target_name, data = {} }: Data): void {
    const id = String(comm_id);
    if (type === "comm_open") {
      const opened = this.#targets.get(String(target_name));
      if (opened === undefined) this.#publish("comm_close", { comm_id: id, data: {} });
      else opened(this.#add(id, String(target_name)), data as Data);
      return;
    }
    const comm = this.#open.get(id);
    if (type === "comm_close") this.#open.delete(id);
    if (type === "comm_close") comm?.onClose?.(data as Data);
    else comm?.onMessage?.(data as Data);
  }

  #add(id: string, target: string): Comm {
    const send = (type: string, data: Data) => {
      if (!this.#open.has(id))
        throw new UsageError({
          got: `comm ${id} is closed.`,
          expected: "an open comm.",
          fix: `open another: comms.open("${target}").`,
        });
      this.#publish(type, { comm_id: id, data });
    };
    const comm: Comm = {
      ...{ id, target },
      send: (data) => send("comm_msg", data),
      close: (data = {}) => {
        send("comm_close", data);
        this.#open.delete(id);
      },
    };
    this.#open.set(id, comm);
    return comm;
  }
}
