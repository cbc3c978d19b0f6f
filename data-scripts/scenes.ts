// Streets whose truth is known, written to disk: node --import tsx data-scripts/scenes.ts --out FOLDER [options]
import { runCommandLine } from "../lib/cli/run-command-line.js";

process.exitCode = await runCommandLine(["data", "scenes", ...process.argv.slice(2)]);
