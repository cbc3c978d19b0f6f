import { ownLine, UsageError } from "../../core/index.js";
import type { SearchProgram } from "../../search/programs/search-program.js";
import { couldNotRun } from "../command.js";
import { loadProgram } from "./load-program.js";

/**
 * Does something with the program that a command runs. What the program began at its top and nobody awaits may fail later,
 * too, and ends this process: then it is said whose fault that is.
 *
 * @param milliseconds - in which it must be loaded; defaults to 120,000
 */
export async function withProgram<T>(
  file: string,
  milliseconds: number | undefined,
  work: (program: SearchProgram) => Promise<T>,
): Promise<T> {
  const program = await loadProgram(file, milliseconds);
  const tell = (error: unknown) => {
    const { message, where } = ownLine(file, error);
    if (where === undefined && isAnothers(error)) return; // whoever else listens shows it
    const { message: text } = new UsageError({
      got: `${file} threw, outside of its objective: ${message}${where === undefined ? "" : `\n${where}`}`,
      expected: "a file that leaves the work to its objective.",
      fix: "await what its top begins, and catch what may fail.",
    });
    console.error(`deep-pessimist: ${text}`);
    process.exit(couldNotRun);
  };
  process.prependListener("uncaughtException", tell);
  try {
    return await work(program);
  } finally {
    process.off("uncaughtException", tell);
  }
}

/** Whether a library was at work. Node's own frames alone, as after a floating readFile, tell of nobody else. */
function isAnothers(error: unknown): boolean {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").some((line) => /^\s+at /.test(line) && !line.includes("node:"));
}
