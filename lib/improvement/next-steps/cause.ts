import type { Interval } from "../../core/index.js";
import type { RemedyName } from "./remedy-name.js";

/** What a model's error may come from, in the order in which it is worked on: first what misleads the measurement. */
export type CauseName =
  | "bug"
  | "leakage"
  | "evaluationMode"
  | "labelNoise"
  | "classImbalance"
  | "avoidableBias"
  | "variance"
  | "distributionShift"
  | "validationOverfitting";

/** The causes in words. */
export const causeLabels: Readonly<Record<CauseName, string>> = {
  bug: "a bug in the program",
  leakage: "samples that are in two splits",
  evaluationMode: "errors measured in another mode than in use",
  labelNoise: "wrong labels",
  classImbalance: "a class too rare to be learnt",
  avoidableBias: "avoidable bias (under-fitting)",
  variance: "variance (over-fitting)",
  distributionShift: "distribution shift",
  validationOverfitting: "validation overfitting",
};

/** A cause that the evidence supports. */
export interface Cause {
  readonly name: CauseName;
  /** Test error that would go with it, as a rate; of a faulty measurement, by how much it misleads. */
  readonly size: Interval;
  /** What was seen, in a sentence without its full stop. */
  readonly evidence: string;
  /** The class or tag that it sits in. */
  readonly where?: string;
  /** Why one of its remedies comes before the others this time; the first that applies wins. */
  readonly favours?: readonly { readonly remedy: RemedyName; readonly why: string }[];
}
