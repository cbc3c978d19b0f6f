import type { Header, Message } from "./message.js";
import type { ConnectionFile } from "./sockets.js";

export type Frames = readonly (Uint8Array | string)[];

/** The two by which a client asks, and hears the answer. */
export type Channel = "shell" | "control";

/** What the attendant starts with. */
export interface AttendantData {
  file: ConnectionFile;
  stop: SharedArrayBuffer;
  /** The process that started this one. */
  parent: number;
}

/** What the kernel asks of the attendant. */
export type ToAttendant =
  | { kind: "publish"; frames: Frames }
  | { kind: "reply"; channel: Channel; frames: Frames }
  /** The cell that runs now, by its request's header; absent between two cells. */
  | { kind: "running"; parent?: Header }
  /** The kernel has heard of the last request to stop. */
  | { kind: "heard" }
  /** Which requests have arrived by now? */
  | { kind: "drain" }
  | { kind: "close" };

/** What the attendant tells the kernel. */
export type FromAttendant =
  | { kind: "ready" }
  | { kind: "request"; channel: Channel; message: Message }
  /** Every request that had arrived has been told. */
  | { kind: "drained" }
  /** A signal has come. */
  | { kind: "interrupted" }
  | { kind: "fault"; error: unknown }
  | { kind: "closed" };
