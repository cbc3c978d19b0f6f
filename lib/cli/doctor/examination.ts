import type { Diagnosis, UsageErrorParts } from "../../core/index.js";

/** What the examining process is told. */
export interface Examination {
  /** The program's file, absolute. */
  file: string;
  seed: number;
}

/** What it answers, in this order: where it is, then one of the last two. */
export type ExaminationMessage =
  | { kind: "loaded" }
  | { kind: "backend"; summary: string }
  | { kind: "check"; name: string }
  | { kind: "diagnosis"; diagnosis: Diagnosis }
  | { kind: "problem"; problem: UsageErrorParts };
