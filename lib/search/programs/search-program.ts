import type { Parameters } from "../space/distribution.js";
import type { CreateStudyOptions } from "../studies/create-study.js";
import type { Objective } from "../studies/study.js";

/** A study and its objective in one file: what `deep-pessimist search run FILE` takes as the file's default export. */
export interface SearchProgram<Values = Parameters> extends CreateStudyOptions<Values> {
  /** Runs in child processes, here or on other machines. */
  readonly objective: Objective<Values>;
  /** How many trials the study shall hold; defaults to what the command line says. */
  readonly trials?: number;
}

/**
 * Says what a file searches for; the types of the objective's hyperparameters follow from the space.
 *
 * @example
 * const program = searchProgram({ name: "parabola", space: space({ x: float(-1, 2) }), objective: ({ parameters: { x } }) => x * x });
 * program.name; // "parabola"
 */
export function searchProgram<Values = Parameters>(program: SearchProgram<Values>): SearchProgram<Values> {
  return program;
}
