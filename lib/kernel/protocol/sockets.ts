import { fromTslab } from "../tslab/from-tslab.js";

/** What we use of a ZeroMQ socket. */
export interface Socket extends AsyncIterable<Buffer[]> {
  readonly readable: boolean;
  bind(address: string): Promise<void>;
  send(frames: readonly (Buffer | string)[]): Promise<void>;
  close(): void;
}

/** What Jupyter writes into the file that it hands to a kernel. */
export interface ConnectionFile {
  transport: string;
  ip: string;
  key: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

export interface Sockets {
  shell: Socket;
  control: Socket;
  iopub: Socket;
  stdin: Socket;
  heartbeat: Socket;
}

type SocketClass = new (options: Record<string, unknown>) => Socket;

/**
 * Nothing printed may be lost. Without a time-out the binding sends at once instead of queueing after 512
 * messages in one turn of the event loop (and then refusing the next one); without a mark it never drops.
 */
const lossless = { sendTimeout: 0, sendHighWaterMark: 0, linger: 1000 };

/** The five sockets of a kernel, bound. */
export async function bindSockets(file: ConnectionFile): Promise<Sockets> {
  const { Router, Publisher, Reply } =
    fromTslab<Record<"Router" | "Publisher" | "Reply", SocketClass>>("zeromq");
  const bind = async (Class: SocketClass, port: number): Promise<Socket> => {
    const socket = new Class(lossless);
    await socket.bind(`${file.transport}://${file.ip}${file.transport === "ipc" ? "-" : ":"}${port}`);
    return socket;
  };
  const [shell, control, iopub, stdin, heartbeat] = await Promise.all([
    bind(Router, file.shell_port),
    bind(Router, file.control_port),
    bind(Publisher, file.iopub_port),
    bind(Router, file.stdin_port),
    bind(Reply, file.hb_port),
  ]);
  return { shell, control, iopub, stdin, heartbeat };
}
