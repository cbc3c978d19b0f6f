// Moons, spirals, XOR and a linear problem, written to disk: node --import tsx data-scripts/classics.ts --out FOLDER [options]
import { runCommandLine } from "../lib/cli/run-command-line.js";

process.exitCode = await runCommandLine(["data", "classics", ...process.argv.slice(2)]);
