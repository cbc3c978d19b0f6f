#!/usr/bin/env node
import { couldNotRun } from "./command.js";
import { runCommandLine } from "./run-command-line.js";

// `deep-pessimist … | head` closes the pipe early: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  console.error(`deep-pessimist: standard output cannot be written: ${error.message}`);
  process.exit(couldNotRun);
});

// Node's own exit code for it, 1, says here that something was found.
process.on("uncaughtException", (error) => {
  console.error(error);
  process.exit(couldNotRun);
});

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // What a user's program has left open, such as a timer, keeps this process no longer.
  setTimeout(() => process.stdout.write("", () => process.exit()), 500).unref();
});
