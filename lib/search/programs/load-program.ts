import { checkOptions, UsageError } from "../../core/index.js";
import { loadExports } from "../workers/load-objective.js";
import type { SearchProgram } from "./search-program.js";

/**
 * Runs a user's file and takes the search that is its default export.
 *
 * @param file - absolute
 * @throws UsageError when it throws, or exports no search
 */
export async function loadSearchProgram(file: string): Promise<SearchProgram> {
  const program = (await loadExports(file)).default as SearchProgram | undefined;
  if (typeof program?.objective !== "function" || typeof program.name !== "string")
    throw new UsageError({
      got: `${file} exports no search${typeof program === "function" ? ", but a function" : ""}.`,
      expected: "as its default a program: a name, an objective, and what createStudy takes.",
      fix: 'write export default searchProgram({ name: "…", space: space({ … }), objective(trial) { … } });',
    });
  checkOptions(`searchProgram in ${file}`, program, [
    ...["name", "storage", "direction", "sampler", "pruner", "seed", "space", "objective", "trials"],
  ]);
  return program;
}
