import type { UsageErrorParts } from "../../core/index.js";
import type { Parameters } from "../space/distribution.js";

/** What a process is told of the trial that it shall run. */
export interface TrialOrder {
  readonly number: number;
  readonly seed: number;
  readonly attempt: number;
  readonly parameters: Parameters;
  readonly resumeFrom: unknown;
}

/** The calls of a trial that whoever keeps the study answers. */
export type TrialCall =
  | { readonly method: "float" | "int" | "choice"; readonly arguments: readonly unknown[] }
  | { readonly method: "report" | "attribute"; readonly arguments: readonly unknown[] }
  | { readonly method: "shouldPrune" | "checkpoint"; readonly arguments: readonly unknown[] };

/** An answer: what the call gave, or what the caller did wrong. */
export type TrialAnswer =
  | { readonly value: unknown; readonly mistake?: never }
  | { readonly mistake: UsageErrorParts; readonly value?: never };

/** Answers a trial's calls, one after the other. */
export type AnswerCall = (call: TrialCall) => Promise<TrialAnswer>;

/** What the process is sent. */
export type ToChild =
  | { readonly kind: "load"; readonly file: string }
  | { readonly kind: "run"; readonly order: TrialOrder }
  | { readonly kind: "abort" };

/** What it sends. */
export type FromChild =
  | { readonly kind: "ready" }
  | { readonly kind: "problem"; readonly problem: UsageErrorParts }
  | { readonly kind: "returned"; readonly value: unknown }
  /** An error outside of the objective's own call: it ends the process. */
  | { readonly kind: "uncaught"; readonly message: string }
  | { readonly kind: "threw"; readonly name: string; readonly message: string };
