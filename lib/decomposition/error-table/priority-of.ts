/** How soon to work on a type of error. */
export type Priority = "high" | "medium" | "low";

/**
 * High where a type makes half of the distribution shift or a third of the errors, medium from an eighth of the errors.
 *
 * @see S. Karayev, J. Tobin and P. Abbeel, "Full Stack Deep Learning" (2021), lecture 7, whose table these bounds reproduce
 * @example
 * priorityOf({ shareOfErrors: 0.2, shareOfShift: 0 }); // "medium"
 */
export function priorityOf({
  shareOfErrors,
  shareOfShift,
}: {
  shareOfErrors: number;
  shareOfShift: number;
}): Priority {
  if (shareOfShift >= 1 / 2 || shareOfErrors >= 1 / 3) return "high";
  return shareOfErrors >= 1 / 8 ? "medium" : "low";
}
