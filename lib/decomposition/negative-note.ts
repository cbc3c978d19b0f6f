import type { ErrorTermName } from "../core/index.js";

/** What it means that a term is below 0; it is no fault of the sum, which still adds up. */
export const negativeNotes: Readonly<Record<ErrorTermName, string>> = {
  irreducible: "an error rate is never negative",
  avoidableBias:
    "training error is below the irreducible error: the network has memorised noise (look at variance), or the irreducible error is set too high, as a goal above what is possible is",
  variance:
    "held-out samples came out easier than training samples: was training error measured with dropout or augmentation on, or is the validation set easier?",
  distributionShift: "the test distribution is easier for this network than the training distribution",
  validationOverfitting: "the test set came out easier than the validation set",
};

/** The note of a term below 0: its reason, or that chance is reason enough. */
export function negativeNote(name: ErrorTermName, high: number): string {
  return high < 0 ? negativeNotes[name] : `chance may be all there is to it; if not, ${negativeNotes[name]}`;
}
