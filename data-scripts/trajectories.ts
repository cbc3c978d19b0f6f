// People on a pavement: who will cross the road?, written to disk: node --import tsx data-scripts/trajectories.ts --out FOLDER [options]
import { runCommandLine } from "../lib/cli/run-command-line.js";

process.exitCode = await runCommandLine(["data", "trajectories", ...process.argv.slice(2)]);
