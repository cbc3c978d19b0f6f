// Runs the steady study on a file; it is killed sooner or later, and started again.
import { runSteadily } from "./steady-study.mjs";

const [path = "", name = "", seed = ""] = process.argv.slice(2);
console.log("ready");
(await runSteadily(path, name, Number(seed), 1)).close();
