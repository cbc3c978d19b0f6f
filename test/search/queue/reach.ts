// Says whether a queue's server lets this process in: node --import tsx test/search/queue/reach.ts ADDRESS
import { openEngine } from "../../../lib/search/queue/engine.js";

const engine = await openEngine(process.argv[2]!);
await engine.close();
console.log("reached");
