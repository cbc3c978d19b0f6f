import { aNumber } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { cannotTell, right, wrong } from "../verdict.js";

export const tellOnePoint: ExerciseSheet<number> = {
  id: "01.3",
  stars: 3,
  statement:
    "The error is 20 % on `testVal` and 21 % on `test`. How many images must each of them have for that one point to be told from nothing, four times in five, with 95 % intervals? To a tenth or so.",
  answer: aNumber,
  hints: [
    "The variance of an error rate p over n images is p (1 − p) / n. The difference of two has the sum of both variances.",
    "The difference must be 1.96 standard errors away from 0; and another 0.84, to be so four times in five and not every other time.",
    "Solve 0.01 = (1.96 + 0.84) √((0.2 · 0.8 + 0.21 · 0.79) / n) for n.",
  ],
  solution: "((1.96 + 0.84) ** 2 * (0.2 * 0.8 + 0.21 * 0.79)) / 0.01 ** 2;",
  judge(samples) {
    if (samples > 22_000 && samples < 29_000)
      return right(
        "About 25,500 in each, twenty times what we have. Small differences are for those who have many images.",
      );
    if (samples > 11_000 && samples < 14_000)
      return wrong(
        "with so many the interval just touches 0, and half of the time it would not clear it: add the 0.84.",
      );
    if (samples > 5_000 && samples <= 7_500)
      return wrong(
        "both sets are measured, so the variances of both count, not that of one; and the 0.84 is missing.",
      );
    if (samples > 7_500 && samples <= 11_000)
      return wrong("1.64 is for one side or for 90 %; a 95 % interval reaches 1.96 to either side.");
    if (samples > 45_000 && samples < 56_000)
      return wrong("that is for both together; the question is how many each must have.");
    if (samples < 1) return cannotTell("this is less than one image; is it a share, or an error?");
    return wrong(
      `with ${Math.round(samples)} images each the standard error would be ${(100 * Math.sqrt(0.3259 / samples)).toFixed(2)} points; the point should be 2.8 of them.`,
    );
  },
};
