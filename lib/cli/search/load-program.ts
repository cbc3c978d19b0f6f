import { loadSearchProgram } from "../../search/programs/load-program.js";
import type { SearchProgram } from "../../search/programs/search-program.js";
import { couldNotRun } from "../command.js";

/**
 * Loads the program that a command runs, and says so where that ends this process: with `process.exit`, or by a top-level
 * await of what never comes.
 *
 * @param milliseconds - in which it must be loaded; defaults to 120,000
 */
export async function loadProgram(file: string, milliseconds?: number): Promise<SearchProgram> {
  const tell = () => {
    console.error(
      `deep-pessimist: ${file} ended the process, or waits for what never comes.\n` +
        "  Expected: a file that exports a search, and leaves the work to its objective.\n" +
        "  To fix:   remove process.exit and unfinished awaits from the top of the file.",
    );
    process.exitCode = couldNotRun;
  };
  process.once("exit", tell);
  try {
    return await loadSearchProgram(file, milliseconds);
  } finally {
    process.off("exit", tell);
  }
}
