/** What may be wrong with a search. */
export type StudyFindingCode =
  | "best-at-edge"
  | "range-too-wide"
  | "range-without-effect"
  | "diverged-region"
  | "trials-fail"
  | "flat-everything"
  | "seed-effect"
  | "crossing-curves"
  | "budget-too-small";

/** One thing that a look at a study saw: data, not an exception. */
export interface StudyFinding {
  readonly code: StudyFindingCode;
  /** A warning says that the answer may be wrong; a note, that the search could be cheaper. */
  readonly severity: "warning" | "note";
  /** The hyperparameter, or "study". */
  readonly where: string;
  readonly title: string;
  /** What was measured. */
  readonly evidence: string;
  /** What to type. */
  readonly fix: string;
}
