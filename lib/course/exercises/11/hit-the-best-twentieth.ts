import { aNumber } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const hitTheBestTwentieth: ExerciseSheet<number> = {
  id: "11.3",
  stars: 2,
  statement:
    "You would be content with any of the best 5 % of all configurations. How many random trials do you need to have drawn one of them with a probability of 95 %?",
  answer: aNumber,
  hints: [
    "What is the probability that *none* of n trials is among the best 5 %?",
    "0.95ⁿ must fall to 0.05. Take logarithms.",
  ],
  solution: "Math.ceil(Math.log(0.05) / Math.log(0.95));",
  judge(trials) {
    if (trials >= 58 && trials <= 60)
      return right("59, whatever the number of hyperparameters: this is why random search is hard to beat.");
    if (trials === 20)
      return wrong("with 20 the *expected* number is one, but in 36 of 100 searches there is none.");
    if (trials === 19)
      return wrong(
        "0.95 / 0.05 adds up chances as if no two trials could both succeed; multiply the chances of missing.",
      );
    if (trials === 95)
      return wrong("95 is the confidence in percent; the number of trials follows from 0.95ⁿ = 0.05.");
    if (trials > 12 && trials < 15) return wrong("that is for one chance in two: 0.95ⁿ = 0.5.");
    return wrong(
      `after ${Math.round(trials)} trials the probability of having missed them all is ${(100 * 0.95 ** trials).toFixed(1)} %.`,
    );
  },
};
