import { fromTslab } from "../tslab/from-tslab.js";

/** What we use of a ZeroMQ socket. */
export interface Socket extends AsyncIterable<Buffer[]> {
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

type SocketClass = new (options: Record<string, unknown>) => Socket;

/**
 * Nothing printed may be lost. Without a time-out the binding sends at once instead of queueing after 512
 * messages in one turn of the event loop (and then refusing the next one); without a mark it never drops.
 */
const lossless = { sendTimeout: 0, sendHighWaterMark: 0, linger: 1000 };

/**
 * A client that comes back, as JupyterLab's does after its connection broke, bears the name that it had. While the
 * kernel is busy it has not yet noticed that the old one is gone; without this, the new one is never heard.
 */
const handover = { handover: true };

/** One of a kernel's five sockets, bound. */
export async function bindSocket(
  file: ConnectionFile,
  name: "Router" | "Publisher" | "Reply",
  port: number,
): Promise<Socket> {
  const options = name === "Router" ? { ...lossless, ...handover } : lossless;
  const socket = new (fromTslab<Record<typeof name, SocketClass>>("zeromq")[name])(options);
  await socket.bind(`${file.transport}://${file.ip}${file.transport === "ipc" ? "-" : ":"}${port}`);
  return socket;
}
