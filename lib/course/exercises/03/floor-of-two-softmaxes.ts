import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const floor = Math.log(Math.E + 9) - 1;

export const floorOfTwoSoftmaxes: ExerciseSheet<number> = {
  id: "03.4",
  stars: 2,
  statement:
    "A softmax is followed by another one, by mistake, and the first says 1 for the true class and 0 for the nine others: it cannot do better. Below which loss will training never come?",
  answer: aNumber,
  hints: ["The second softmax gets the scores 1, 0, 0, …, 0.", "It gives the true class e¹ / (e¹ + 9 e⁰)."],
  solution: "-Math.log(Math.E / (Math.E + 9));",
  judge(loss) {
    if (close(loss, floor, 0.005))
      return right(
        "ln(e + 9) − 1 = 1.461, with every answer correct. A plateau whose height you can compute is a confession.",
      );
    if (close(loss, Math.E / (Math.E + 9)))
      return wrong("that is the probability that the true class gets; the loss is minus its logarithm.");
    if (close(loss, Math.log(10)))
      return wrong("that is knowing nothing; the true class is still ahead of the others, by a little.");
    if (close(loss, 0)) return wrong("0 is what one softmax could reach; the second one flattens it.");
    if (close(loss, Math.log(Math.E + 10) - 1)) return wrong("there are ten classes in all, so nine others.");
    return wrong(
      "put 1 and nine times 0 through a softmax by hand, and take minus the logarithm of the first.",
    );
  },
};
