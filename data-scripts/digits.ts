// Real handwritten digits, written to disk: node --import tsx data-scripts/digits.ts --out FOLDER [options]
import { runCommandLine } from "../lib/cli/run-command-line.js";

process.exitCode = await runCommandLine(["data", "digits", ...process.argv.slice(2)]);
