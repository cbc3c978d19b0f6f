import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { StopFlag } from "../stop/stop-flag.js";
import { watchParent } from "../watch-parent.js";
import type { AttendantData, Frames, FromAttendant, ToAttendant } from "./attendant-port.js";
import { Escalation } from "./escalation.js";
import { makeHeader, readMessage, writeMessage } from "./message.js";
import { bindSocket, type Socket } from "./sockets.js";

/**
 * A thread that is never busy: it answers heartbeats, broadcasts, hears on the control channel that a cell is to stop,
 * and notices that the server has died, also while that cell keeps the kernel's own thread.
 */
async function attend(port: MessagePort, { file, stop }: AttendantData): Promise<void> {
  const tell = (message: FromAttendant) => port.postMessage(message);
  const [heartbeat, control, iopub] = await Promise.all([
    bindSocket(file, "Reply", file.hb_port),
    bindSocket(file, "Router", file.control_port),
    bindSocket(file, "Publisher", file.iopub_port),
  ]);
  const escalation = new Escalation(new StopFlag(stop), (parent, text) => {
    const content = { name: "stderr", text };
    const message = { identities: ["kernel.stream"], header: makeHeader("stream"), metadata: {}, content };
    void iopub.send(writeMessage({ ...message, parent }, file.key));
  });
  let open = true;
  port.on("message", (message: ToAttendant) => {
    if (!open) return;
    if (message.kind === "publish") void iopub.send(message.frames.map(asFrame));
    else if (message.kind === "reply") void control.send(message.frames.map(asFrame));
    else if (message.kind === "running") escalation.running(message.parent);
    else if (message.kind === "heard") escalation.end();
    else {
      open = false;
      escalation.end();
      for (const socket of [heartbeat, control, iopub]) socket.close();
      tell({ kind: "closed" });
      port.close();
    }
  });
  void echo(heartbeat);
  watchParent();
  tell({ kind: "ready" });
  for await (const frames of control) {
    try {
      const message = readMessage(frames, file.key);
      if (message.header.msg_type === "interrupt_request") escalation.begin();
      tell({ kind: "request", message });
    } catch (error) {
      tell({ kind: "fault", error });
    }
  }
}

async function echo(heartbeat: Socket) {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}

/** Bytes lose their class on the way between threads. */
function asFrame(frame: Frames[number]): Buffer | string {
  return typeof frame === "string" ? frame : Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
}

if (parentPort !== null) void attend(parentPort, workerData);
