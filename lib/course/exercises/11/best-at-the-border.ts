import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const moves = ["train longer", "widen the range", "take it", "more trials in the same range"] as const;

export const bestAtTheBorder: ExerciseSheet<(typeof moves)[number]> = {
  id: "11.4",
  stars: 3,
  statement: `Sixty trials, learning rates from 1e-5 to 1e-3. The five best are these. What next: "take it", "more trials in the same range", "widen the range" or "train longer"?

\`\`\`
error    learning rate
12.1 %   9.4e-4
12.3 %   8.8e-4
12.9 %   9.9e-4
13.4 %   7.1e-4
14.0 %   6.5e-4
\`\`\``,
  answer: oneOf(...moves),
  hints: [
    "Where in its range does each of the five lie?",
    "The error falls towards the upper end, and then the range is over.",
  ],
  solution: '"widen the range";',
  judge(move) {
    if (move === "widen the range")
      return right(
        "All five are within a fifth of a decade of the upper end: the best rate is probably beyond it.",
      );
    if (move === "take it")
      return wrong("the best of a range that ends where it gets better is only the best that was allowed.");
    if (move === "more trials in the same range")
      return wrong("more of them would crowd at the same end; what is beyond it stays unseen.");
    return wrong("perhaps, but the table says nothing of epochs, and it says much of the learning rate.");
  },
};
