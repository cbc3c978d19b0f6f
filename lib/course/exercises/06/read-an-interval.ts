import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const moves = ["regularize", "collect nights", "measure more", "bigger model"] as const;

export const readAnInterval: ExerciseSheet<(typeof moves)[number]> = {
  id: "06.4",
  stars: 3,
  statement: `A colleague shows this, and asks for a week for dropout. What do you advise?

\`\`\`
avoidable bias            1 point     (0 to 2)
variance                  4 points    (−1 to 9)
distribution shift        3.5 points  (−2 to 9)
validation overfitting    0 points    (−3 to 3)
\`\`\`

"regularize", "collect nights" for training, "measure more" images in the validation sets, or a "bigger model"?`,
  answer: oneOf(...moves),
  hints: [
    "Cover the middle column and read the brackets alone.",
    "Which of the four terms is shown to be more than nothing?",
  ],
  solution: '"measure more";',
  judge(move) {
    if (move === "measure more")
      return right(
        "Not one interval is above 0. A day of labelling validation images is cheaper than a week of dropout against a term that may be nothing.",
      );
    if (move === "regularize")
      return wrong(
        "the variance is the largest number, but its interval holds 0: it may be nothing, and the shift may be twice as large.",
      );
    if (move === "collect nights")
      return wrong("that would be for a shift, and this one may just as well be −2 points.");
    return wrong(
      "the bias is the one term of which these images say something, and they say that it is 2 points at most.",
    );
  },
};
