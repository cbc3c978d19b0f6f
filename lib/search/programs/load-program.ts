import { checkOptions, shownValue, UsageError } from "../../core/index.js";
import { loadExports } from "../workers/load-objective.js";
import type { SearchProgram } from "./search-program.js";

/**
 * Runs a user's file and takes the search that is its default export.
 *
 * @param file - absolute
 * @param milliseconds - in which it must be loaded; defaults to 120,000
 * @throws UsageError when it throws, takes longer, or exports no search
 */
export async function loadSearchProgram(file: string, milliseconds?: number): Promise<SearchProgram> {
  const program = (await loadExports(file, milliseconds)).default as SearchProgram | undefined;
  const fail = (what: string): never => {
    throw new UsageError({
      got: `${file} exports ${what}.`,
      expected: "as its default a program: a name, an objective, and what createStudy takes.",
      fix: 'write export default searchProgram({ name: "…", space: space({ … }), objective(trial) { … } });',
    });
  };
  if (typeof program !== "object" || program === null || Array.isArray(program))
    return fail(
      program === undefined
        ? "no search, for it has no default"
        : `${shownValue(program)}, which is no search`,
    );
  checkOptions(`searchProgram in ${file}`, program, [
    ...["name", "storage", "direction", "sampler", "pruner", "seed", "space", "objective", "trials"],
  ]);
  const { name, objective } = program;
  if (typeof name !== "string" || name === "") fail(`a search whose name is ${shownValue(name)}`);
  if (typeof objective !== "function") fail(`a search whose objective is ${shownValue(objective)}`);
  return program;
}
