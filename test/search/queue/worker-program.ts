// One worker of a queue, in a process of its own that may be killed.
import { fileURLToPath } from "node:url";
import { QueueWorker } from "../../../lib/search/queue/queue-worker.js";

const [queue = "", study = ""] = process.argv.slice(2);
const file = fileURLToPath(new URL("./steady-objective.ts", import.meta.url));
QueueWorker.open({ queue, study, file, slots: 2, leaseMs: 1500 }).then(() => process.send?.("ready"));
process.on("disconnect", () => process.exit());
