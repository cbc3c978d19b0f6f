// One worker of a queue, in a process of its own that may be killed. Told a number, its clock jumps by so many milliseconds.
import { fileURLToPath } from "node:url";
import { QueueWorker } from "../../../lib/search/queue/queue-worker.js";

const [queue = "", study = "", leaseMs = "1500", objective = "steady-objective"] = process.argv.slice(2);
const file = fileURLToPath(new URL(`./${objective}.ts`, import.meta.url));
QueueWorker.open({ queue, study, file, slots: 2, leaseMs: Number(leaseMs) }).then(() =>
  process.send?.("ready"),
);
process.on("message", (jump: number) => {
  const { now } = Date;
  Date.now = () => now() + jump;
});
process.on("disconnect", () => process.exit());
