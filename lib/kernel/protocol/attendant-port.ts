import type { Header, Message } from "./message.js";
import type { ConnectionFile } from "./sockets.js";

export type Frames = readonly (Uint8Array | string)[];

/** What the attendant starts with. */
export interface AttendantData {
  file: ConnectionFile;
  stop: SharedArrayBuffer;
}

/** What the kernel asks of the attendant. */
export type ToAttendant =
  | { kind: "publish"; frames: Frames }
  | { kind: "reply"; frames: Frames }
  /** The cell that runs now, by its request's header; absent between two cells. */
  | { kind: "running"; parent?: Header }
  /** The kernel has heard of the last request to stop. */
  | { kind: "heard" }
  | { kind: "close" };

/** What the attendant tells the kernel. */
export type FromAttendant =
  | { kind: "ready" }
  | { kind: "request"; message: Message }
  | { kind: "fault"; error: unknown }
  | { kind: "closed" };
