import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const layers = ["input", "conv", "scale", "dense", "softmax"] as const;

export const readTheSteps: ExerciseSheet<(typeof layers)[number]> = {
  id: "02.3",
  stars: 2,
  statement: `The loss is NaN. The stepper says this of one batch; which layer is the one to look into?

\`\`\`
layer    output            range                not finite
conv     [32, 24, 24, 6]   −1.1 … 1.3           0
scale    [32, 24, 24, 6]   −8.0e+18 … 9.5e+18   0
dense    [32, 10]          −3.4e+38 … 3.1e+38   74
softmax  [32, 10]          0 … 1                320
\`\`\``,
  answer: oneOf(...layers),
  hints: [
    "NaN is where a fault ends, seldom where it begins. Read the ranges from above.",
    "Between which two rows does the range grow by a factor that nothing explains?",
  ],
  solution: '"scale";',
  judge(layer) {
    if (layer === "scale")
      return right(
        "It multiplies by some 10¹⁹ and is itself still finite: the first strange range, not the first NaN, is where to look.",
      );
    if (layer === "dense")
      return wrong(
        "it is the first with infinite numbers, but its inputs were of size 10¹⁹ already: it only added them up.",
      );
    if (layer === "softmax")
      return wrong("there the NaN is complete, and there it is farthest from its cause.");
    if (layer === "conv") return wrong("its outputs are of size 1, as they should be.");
    return wrong(
      "what goes in was made into numbers of size 1 by the first layer, so it was no larger than that by much.",
    );
  },
};
