import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const rareBaseline: ExerciseSheet<number> = {
  id: "01.1",
  stars: 1,
  statement:
    "A test set has 950 streets without a person and 50 with one. A colleague's network errs on 6 % of them. What is the error of the baseline without learning, as a share?",
  answer: aNumber,
  hints: ["Which class is the commonest, and on how many images is it the wrong answer?", "50 of 1,000."],
  solution: "50 / (950 + 50);",
  judge(error) {
    if (close(error, 0.05))
      return right('5 %: the colleague\'s network is worse than always saying "no person".');
    if (close(error, 5)) return wrong("that is in percent; as a share it is a hundredth of it.");
    if (close(error, 0.95)) return wrong("that is how often the baseline is right; the error is the rest.");
    if (close(error, 0.5))
      return wrong("a coin errs on half, but a baseline may know which class is the commonest.");
    if (close(error, 50 / 950)) return wrong("the share is of all images, not of those without a person.");
    if (close(error, 0.06))
      return wrong("that is the colleague's network, which is to be compared with the baseline.");
    return wrong("always saying the commonest class is wrong on exactly the images of the other one.");
  },
};
