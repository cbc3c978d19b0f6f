import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const untrainedLoss: ExerciseSheet<number> = {
  id: "00.1",
  stars: 1,
  statement:
    "Ten classes, equally common, and a network that knows nothing. Which cross-entropy loss should it have, in nats, to three decimals?",
  answer: aNumber,
  hints: [
    "Who knows nothing gives each of the ten classes the same probability.",
    "The cross-entropy of one sample is minus the natural logarithm of the probability that the true class got.",
  ],
  solution: "-Math.log(1 / 10);",
  judge(loss) {
    if (close(loss, Math.log(10), 0.002))
      return right("ln 10 = 2.303. Whenever a loss begins elsewhere, ask why.");
    if (close(loss, 1))
      return wrong("this is the logarithm to base 10; losses are counted in nats, by `Math.log`.");
    if (close(loss, Math.log2(10))) return wrong("these are bits; nats are ln 2 = 0.693 times as many.");
    if (close(loss, -Math.log(10)))
      return wrong("the sign is missing: the logarithm of a probability is negative, and a loss is not.");
    if (close(loss, 0.1))
      return wrong("this is the probability that the true class gets, and the loss is minus its logarithm.");
    if (close(loss, 0.9))
      return wrong("this is the error rate of a guess; the loss asks for the logarithm of a probability.");
    return wrong(
      "a guess among ten gives the true class a tenth, whatever the class is; take it from there.",
    );
  },
};
