// One worker of a queue; it is killed sooner or later.
import { fileURLToPath } from "node:url";
import { QueueWorker } from "deep-pessimist/search";

const [queue = "", study = "", slots = "1"] = process.argv.slice(2);
const file = fileURLToPath(new URL("./objective.mjs", import.meta.url));
await QueueWorker.open({ queue, study, file, slots: Number(slots), leaseMs: 6000 });
console.log("ready");
