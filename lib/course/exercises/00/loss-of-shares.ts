import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const entropy = -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1));

export const lossOfShares: ExerciseSheet<number> = {
  id: "00.3",
  stars: 3,
  statement:
    "Of a hundred streets, ten have a person. A network has learnt nothing but that share: it always answers 10 %. What is its loss, in nats, to three decimals?",
  answer: aNumber,
  hints: [
    "Ninety samples have one loss, ten have another. The loss is the mean over all hundred.",
    "The ninety pay −ln 0.9 each.",
    "The ten pay −ln 0.1 each. This mean is called the entropy of the labels.",
  ],
  solution: "-(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1));",
  judge(loss) {
    if (close(loss, entropy, 0.005))
      return right(
        "0.325, less than half of ln 2: with rare classes, a loss of 0.4 is worse than knowing nothing.",
      );
    if (close(loss, Math.LN2))
      return wrong("ln 2 is for two classes that are equally common; this network knows better.");
    if (close(loss, -Math.log(0.9)))
      return wrong("that is what the ninety pay; the ten with a person pay much more.");
    if (close(loss, -Math.log(0.1)))
      return wrong("that is what the ten pay; ninety streets are without a person.");
    if (close(loss, entropy / Math.LN2)) return wrong("these are bits; the loss is in nats.");
    if (close(loss, 0.1))
      return wrong('that is its error rate: it never says "person", and is wrong on ten of a hundred.');
    return wrong(
      "it is neither what the ninety pay nor what the ten pay, but their mean, each as often as it occurs.",
    );
  },
};
