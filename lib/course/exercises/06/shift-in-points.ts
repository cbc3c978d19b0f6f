import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const shiftInPoints: ExerciseSheet<number> = {
  id: "06.2",
  stars: 1,
  statement:
    "Errors: `train` 4 %, `trainVal` 9 %, `testVal` 17 %, `test` 18 %. How many points of the test error does the distribution shift make?",
  answer: aNumber,
  hints: [
    "Between which two sets does the distribution change, and nothing else?",
    "`trainVal` is by day, `testVal` is as it will be.",
  ],
  solution: "17 - 9;",
  judge(points) {
    if (close(points, 8)) return right("From 9 to 17: the same network, other streets.");
    if (close(points, 0.08))
      return wrong("that is the share; the question is in points, a hundred times as many.");
    if (close(points, -8)) return wrong("it is turned round: the later set minus the earlier one.");
    if (close(points, 13))
      return wrong(
        "that is everything from `train` to `testVal`: variance and shift together, which `trainVal` tells apart.",
      );
    if (close(points, 9))
      return wrong("that reaches to `test`, so that it holds validation overfitting as well.");
    if (close(points, 5)) return wrong("that is the variance, from `train` to `trainVal`; both are by day.");
    if (close(points, 1))
      return wrong("that is validation overfitting, from `testVal` to `test`; both are as it will be.");
    return wrong("it is the difference of two neighbours among the four errors.");
  },
};
