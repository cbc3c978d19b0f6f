import type { ErrorTermName } from "../../lib/core/index.js";
import type { CauseName } from "../../lib/improvement/index.js";

/**
 * Thresholds are chosen in one world and scored in another, where classes, conditions and the law of the margins differ. The scarce
 * one is like that, with a tenth of the images.
 */
export type World = "tuning" | "scoring" | "scarce";

/** What is wrong with a planted run. */
export interface Truth {
  readonly cause: CauseName | "healthy";
  /** The condition, class or split that it sits in, where it sits in one. */
  readonly where?: string;
  /** The largest term of the sum, where the cause is one. */
  readonly term?: ErrorTermName;
}

/** What a contestant says of a run: a cause, or nothing. */
export interface Verdict {
  readonly cause?: CauseName;
  readonly where?: string;
}

const eight = ["dusk", "fog", "snow", "reflections", "blur", "crowd", "occlusion", "backlight"];

/** The conditions that may shift, by world. */
export const conditions: Readonly<Record<World, readonly string[]>> = {
  tuning: ["night", "rain", "glare"],
  scoring: eight,
  scarce: eight,
};

/** How many runs of each kind make 300; of the shifted ones, eight by each condition. */
export const shares: Readonly<Record<Exclude<CauseName, "bug">, number>> = {
  avoidableBias: 38,
  variance: 38,
  distributionShift: 64,
  validationOverfitting: 32,
  labelNoise: 32,
  classImbalance: 32,
  leakage: 32,
  evaluationMode: 32,
};

/** Whether a verdict names the cause and, where there is one, its place; of a healthy run, whether it is silent. */
export function isRight(verdict: Verdict, { cause, where }: Truth): boolean {
  if (cause === "healthy") return verdict.cause === undefined;
  return verdict.cause === cause && (where === undefined || verdict.where === where);
}
