import { setImmediate as nextTurn } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { hearInterrupts } from "../stop/hear-interrupts.js";
import { StopFlag } from "../stop/stop-flag.js";
import { watchParent } from "../watch-parent.js";
import { asFrame } from "./as-frame.js";
import type { AttendantData, Channel, FromAttendant, ToAttendant } from "./attendant-port.js";
import { Escalation } from "./escalation.js";
import { makeHeader, readMessage, writeMessage } from "./message.js";
import { bindSocket, type Socket } from "./sockets.js";

/**
 * A thread that is never busy: it answers heartbeats, broadcasts, hears that a cell is to stop, and notices that the
 * server has died, also while that cell keeps the kernel's own thread. Jupyter asks to stop on the control channel,
 * VS Code on the shell channel, so this thread has both.
 */
async function attend(port: MessagePort, { file, stop, parent }: AttendantData): Promise<void> {
  const tell = (message: FromAttendant) => port.postMessage(message);
  const [heartbeat, shell, control, iopub] = await Promise.all([
    bindSocket(file, "Reply", file.hb_port),
    bindSocket(file, "Router", file.shell_port),
    bindSocket(file, "Router", file.control_port),
    bindSocket(file, "Publisher", file.iopub_port),
  ]);
  const flag = new StopFlag(stop);
  const escalation = new Escalation(flag, (parent, text) => {
    const content = { name: "stderr", text };
    const message = { identities: ["kernel.stream"], header: makeHeader("stream"), metadata: {}, content };
    void iopub.send(writeMessage({ ...message, parent }, file.key));
  });
  // On Windows a signal ends the process.
  const signals =
    process.platform === "win32"
      ? undefined
      : hearInterrupts(() => {
          if (flag.takeOwnSignal()) return;
          escalation.begin();
          tell({ kind: "interrupted" });
        });
  let read = 0;
  const listen = async (socket: Socket, channel: Channel) => {
    for await (const frames of socket) {
      read++;
      try {
        const message = readMessage(frames, file.key);
        if (message.header.msg_type === "interrupt_request") escalation.begin();
        tell({ kind: "request", channel, message });
      } catch (error) {
        tell({ kind: "fault", error });
      }
    }
  };
  /** Two turns of the event loop in which nothing came. Asking a socket would take its word from who reads it. */
  const drain = async () => {
    for (let [quiet, seen] = [0, read]; quiet < 2; seen = read) {
      await nextTurn();
      quiet = seen === read ? quiet + 1 : 0;
    }
    tell({ kind: "drained" });
  };
  let open = true;
  port.on("message", (message: ToAttendant) => {
    if (!open) return;
    if (message.kind === "publish") void iopub.send(message.frames.map(asFrame));
    else if (message.kind === "reply")
      void { shell, control }[message.channel].send(message.frames.map(asFrame));
    else if (message.kind === "running") escalation.running(message.parent);
    else if (message.kind === "heard") escalation.heard();
    else if (message.kind === "drain") void drain();
    else {
      open = false;
      escalation.end();
      signals?.close();
      for (const socket of [heartbeat, shell, control, iopub]) socket.close();
      tell({ kind: "closed" });
      port.close();
    }
  });
  void echo(heartbeat);
  watchParent(parent);
  await signals?.ready;
  tell({ kind: "ready" });
  await Promise.all([listen(shell, "shell"), listen(control, "control")]);
}

async function echo(heartbeat: Socket) {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}

if (parentPort !== null) void attend(parentPort, workerData);
