#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.js";

// `deep-pessimist … | head` closes the pipe early: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
