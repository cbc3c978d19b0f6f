import type { ErrorTermName } from "../core/index.js";

/** What it means that a term is below 0; it is no fault of the sum, which still adds up. */
export const negativeNotes: Readonly<Record<ErrorTermName, string>> = {
  irreducible: "an error rate is never negative",
  avoidableBias:
    "training error is below the irreducible error: the network has memorised noise (look at variance), or the irreducible error is set too high",
  variance:
    "held-out images came out easier than training images: was training error measured with dropout or augmentation on, or is the validation set easier?",
  distributionShift: "the test distribution is easier for this network than the training distribution",
  validationOverfitting: "the test set came out easier than the validation set",
};
