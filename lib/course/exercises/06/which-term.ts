import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const terms = [
  "irreducible",
  "avoidableBias",
  "variance",
  "distributionShift",
  "validationOverfitting",
] as const;

export const whichTerm: ExerciseSheet<(typeof terms)[number]> = {
  id: "06.1",
  stars: 1,
  statement:
    "Errors: nobody gets below 1 %; `train` 2 %, `trainVal` 12 %, `testVal` 13 %, `test` 13 %. There are many images in each. Which term is to be worked on?",
  answer: oneOf(...terms),
  hints: [
    "Write down the four differences between neighbours.",
    "The largest is between `train` and `trainVal`: what has changed between them?",
  ],
  solution: '"variance";',
  judge(term) {
    if (term === "variance")
      return right("10 points from images that it has seen to images that it has not, by the same daylight.");
    if (term === "avoidableBias")
      return wrong("that is 2 − 1 = 1 point: it fits what it has seen nearly as well as anybody could.");
    if (term === "distributionShift")
      return wrong("that is 13 − 12 = 1 point: the world is hardly different from the training set.");
    if (term === "validationOverfitting")
      return wrong("that is 13 − 13 = 0: the test set, which nobody has chosen by, is no harder.");
    return wrong("that is the 1 % that nobody can work on.");
  },
};
