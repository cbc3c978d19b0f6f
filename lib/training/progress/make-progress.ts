import { displayHook } from "../../core/index.js";
import { CellProgress } from "./cell-progress.js";
import type { Progress } from "./progress.js";
import { ProgressPrinter } from "./progress-printer.js";

/** In a notebook an output of its cell, elsewhere lines on standard output. */
export function makeProgress(): Progress {
  const display = displayHook();
  return display === undefined ? new ProgressPrinter() : new CellProgress(display);
}
