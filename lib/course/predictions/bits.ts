import type { Prediction } from "./prediction.js";
import type { Question } from "./question.js";

/**
 * What a prediction knew, in bits: 0 is knowing nothing, 1 is a coin's worth of knowledge, and below 0 it would have been
 * better to know nothing.
 *
 * The logarithmic score, beside that of somebody who spreads all belief evenly. It is proper: who says how sure they really
 * are does best. Within an interval belief is even, and what is left is even outside.
 *
 * @see I. Good, "Rational Decisions" (1952); T. Gneiting and A. Raftery, "Strictly Proper Scoring Rules, Prediction, and
 *   Estimation" (2007)
 * @example
 * bits({ id: "1", about: "a coin", answers: ["heads", "tails"] }, { choice: "heads", sure: 0.99 }, "heads").toFixed(2); // "0.99"
 * bits({ id: "2", about: "a rate", answers: { from: 0, to: 1 } }, { between: [0.2, 0.3], sure: 0.8 }, 0.25); // 3
 */
export function bits({ answers }: Question, prediction: Prediction, result: string | number): number {
  const { sure = 0 } = prediction;
  const hit = isHit(prediction, result);
  if ("from" in answers) {
    const [low, high] = prediction.between!;
    const share = (high - low) / (answers.to - answers.from);
    return Math.log2(hit ? sure / share : (1 - sure) / (1 - share));
  }
  const others = answers.length - 1;
  return Math.log2((hit ? sure : (1 - sure) / others) * answers.length);
}

/** Whether the result is what was predicted. */
export function isHit({ choice, between }: Prediction, result: string | number): boolean {
  if (between === undefined) return choice === result;
  return typeof result === "number" && result >= between[0] && result <= between[1];
}
