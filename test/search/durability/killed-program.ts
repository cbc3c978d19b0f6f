// Runs the steady study on a file, and is killed in the middle of the n-th statement that it writes.
import { Database } from "../../../lib/search/stores/sqlite/database.js";
import { runSteadily, steadyStudy } from "./steady-study.js";

const [path = "", trials = "", lastStatement = ""] = process.argv.slice(2);
let left = Number(lastStatement);
const { run } = Database.prototype;
Database.prototype.run = function (...args) {
  if (left-- === 0) process.kill(process.pid, "SIGKILL");
  return run.apply(this, args);
};

async function main(): Promise<void> {
  const study = await steadyStudy(path);
  await runSteadily(study, Number(trials));
  study.close();
}
main();
