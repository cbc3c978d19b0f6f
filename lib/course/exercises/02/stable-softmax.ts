import { aFunction } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

type Softmax = (scores: number[]) => number[];

export const stableSoftmax: ExerciseSheet<Softmax> = {
  id: "02.2",
  stars: 2,
  statement: "Write a softmax that survives scores of 1,000 and of −1,000.",
  answer: aFunction<Softmax>("(scores: number[]) => number[]"),
  hints: [
    "Adding the same number to all scores changes nothing in the result. Which number makes the largest exponential harmless?",
    "Subtract the largest score before you take exponentials: then the largest of them is 1.",
  ],
  solution: `
const softmax = (scores: number[]) => {
  const largest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
};
softmax;`,
  judge(softmax) {
    const plain = softmax([0, Math.log(3)]);
    if (!Array.isArray(plain) || plain.length !== 2)
      return wrong(`of two scores it makes ${JSON.stringify(plain)}, not two probabilities.`);
    const sum = plain.reduce((total, value) => total + value, 0);
    if (plain.some((value) => value < 0))
      return wrong("it gives negative numbers: these are logarithms of probabilities, perhaps.");
    if (Math.abs(sum - 1) > 1e-9) return wrong(`its probabilities of [0, ln 3] sum to ${sum}, not to 1.`);
    if (Math.abs(plain[1]! - 0.75) > 1e-9)
      return wrong(`of [0, ln 3] it makes ${plain.join(" and ")}; three to one is ¼ and ¾.`);
    const [a, b] = [softmax([1000, 1001]), softmax([-1000, -1001])];
    if (![...a, ...b].every(Number.isFinite))
      return wrong(
        "scores of 1,000 give NaN: e¹⁰⁰⁰ is infinite, and infinite by infinite is no number; of −1,000 all exponentials are 0.",
      );
    if (Math.abs(a[1]! - b[0]!) > 1e-9 || Math.abs(a[1]! - 0.7311) > 1e-3)
      return wrong(
        `of [1000, 1001] it makes ${a.join(" and ")}; the difference of 1 makes e to one, 0.27 and 0.73. Is something cut off?`,
      );
    return right("Only differences of scores count, so the largest may as well be 0.");
  },
};
