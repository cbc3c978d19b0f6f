import { checkOptions, nearestName, UsageError } from "../../core/index.js";
import { listWords } from "../reply/list-words.js";
import type { Prediction } from "./prediction.js";
import type { Question } from "./question.js";

/** Nobody is surer than this: the score of a sure mistake would have no bottom. */
const surest = 0.99;

/** @throws UsageError for a prediction that does not answer the question */
export function assertPrediction(question: Question, prediction: Prediction): void {
  checkOptions("predict", prediction, ["choice", "between", "sure"]);
  const { answers } = question;
  const { sure, choice, between } = prediction;
  if ("from" in answers) {
    const { from, to } = answers;
    const fits =
      Array.isArray(between) &&
      between.length === 2 &&
      between[0] >= from &&
      between[1] <= to &&
      between[0] < between[1];
    if (!fits || choice !== undefined)
      throw refusal(
        question,
        between === undefined ? "no interval" : `between: ${JSON.stringify(between)}`,
        `between: [low, high], two numbers from ${from} to ${to}, the lower one first.`,
        `between: [${from}, ${to / 2}]`,
      );
  } else if (between !== undefined || choice === undefined || !answers.includes(choice))
    throw refusal(
      question,
      choice === undefined ? "no choice" : `choice: "${choice}"`,
      `choice: ${listWords(answers.map((word) => `"${word}"`))}.`,
      `choice: "${nearestName(`${choice}`, answers) ?? answers[0]}"`,
    );
  if (typeof sure !== "number" || !(sure > 0 && sure <= surest))
    throw refusal(question, `sure: ${sure}`, `sure, a probability above 0 and up to ${surest}.`, "sure: 0.8");
}

function refusal({ id }: Question, got: string, expected: string, fix: string): UsageError {
  return new UsageError({ got: `predict("${id}") got ${got}.`, expected, fix: `write ${fix}.` });
}
