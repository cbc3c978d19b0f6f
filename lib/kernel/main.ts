// biome-ignore-all assist/source/organizeImports: the parent may die while the rest is loaded.
import { parentAtStart } from "./parent-at-start.js";
import { readFileSync } from "node:fs";
import { describeError } from "./errors/describe-error.js";
import { Kernel } from "./kernel.js";
import { Connection } from "./protocol/connection.js";
import type { ConnectionFile } from "./protocol/sockets.js";
import { keepSignals } from "./stop/keep-signals.js";
import { StopFlag } from "./stop/stop-flag.js";

/** Longer than closed sockets take to hand over what was sent. */
const patienceMs = 1000;

/** Jupyter starts this file with the name of the connection file. */
async function main(path: string): Promise<void> {
  const file = JSON.parse(readFileSync(path, "utf8")) as ConnectionFile;
  const flag = new StopFlag();
  const connection = await Connection.open(file, { stop: flag, parent: parentAtStart });
  const exit = process.exit.bind(process, 0);
  const stop = () => {
    // A cell's timers must not keep the process alive.
    setTimeout(exit, patienceMs);
    void connection.close().then(() => setTimeout(exit, 50));
  };
  const kernel = new Kernel({ connection, flag, shutdown: stop });
  if (process.platform === "win32") process.on("SIGINT", () => kernel.interrupt());
  else keepSignals();
  process.on("SIGTERM", stop);
}

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write("A Jupyter server starts this kernel, as: node dist/kernel/main.js CONNECTION_FILE\n");
  process.exitCode = 2;
} else {
  main(path).catch((error) => {
    process.stderr.write(`${describeError(error).traceback.join("\n")}\n`);
    process.exit(1);
  });
}
