import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const recoverablePoints: ExerciseSheet<number> = {
  id: "06.3",
  stars: 2,
  statement:
    "Of 1,000 images, 200 are by night. The network errs on 30 % of the nights and on 5 % of the days. By how many points does the error of all images fall when nights become as easy as days?",
  answer: aNumber,
  hints: [
    "How many errors are there now, and how many would there be?",
    "200 nights at 30 % are 60 errors; at 5 % they would be 10.",
  ],
  solution: "(100 * 200 * (0.3 - 0.05)) / 1000;",
  judge(points) {
    if (close(points, 5)) return right("From 10 % to 5 %: half of all errors, in a fifth of the images.");
    if (close(points, 0.05)) return wrong("that is the share; the question is in points.");
    if (close(points, 25))
      return wrong("that is what the nights gain among themselves; they are a fifth of the images.");
    if (close(points, 6))
      return wrong("that is what the nights cost in all; as easy as days they still have 5 %.");
    if (close(points, 50))
      return wrong("that is how many errors go away; in points it is a share of all images.");
    if (close(points, 10)) return wrong("that is the error of all images as it is now.");
    return wrong("count errors before and after, and divide the difference by all 1,000 images.");
  },
};
