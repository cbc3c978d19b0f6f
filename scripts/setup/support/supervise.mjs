// Runs the program named by its arguments, and ends it when whoever asked for it is gone, be it by `kill -9`:
// an install that outlived its set-up would write into the next one's work.
import { spawn } from "node:child_process";

const [program = "", ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });

// Nothing ever comes through this pipe: it only closes.
process.stdin.resume();
process.stdin.once("close", () => child.kill("SIGKILL"));
// A terminal's Ctrl-C reaches the program by itself; other signals are sent to us alone.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));

child.once("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once("close", (code, signal) => {
  process.removeAllListeners("SIGTERM");
  process.removeAllListeners("SIGINT");
  if (signal === null) process.exit(code ?? 1);
  process.kill(process.pid, signal);
});
