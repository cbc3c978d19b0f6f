import { formatPercent } from "../../core/index.js";
import { listWords } from "../reply/list-words.js";
import type { Prediction } from "./prediction.js";
import type { Question } from "./question.js";

/** How to answer a question, as one types it. */
export function howToAnswer({ id, answers }: Question): string {
  if (!("from" in answers))
    return `\`await course.predict("${id}", { choice: "${answers[0]}", sure: 0.7 })\`, where the choice is ${listWords(answers.map((word) => `"${word}"`))}`;
  const { from, to } = answers;
  const low = from + (to - from) / 4;
  return `\`await course.predict("${id}", { between: [${tidy(low)}, ${tidy(low + (to - from) / 4)}], sure: 0.7 })\`, with numbers from ${valueText(answers, from)} to ${valueText(answers, to)}`;
}

/** A prediction in words. */
export function predictionText({ answers }: Question, { choice, between, sure = 0 }: Prediction): string {
  const what = between ? between.map((bound) => valueText(answers, bound)).join(" to ") : `"${choice}"`;
  return `${what}, ${Math.round(100 * sure)} % sure`;
}

/** A result as the question counts. */
export function valueText(answers: Question["answers"], value: string | number): string {
  if (typeof value === "string") return `"${value}"`;
  return "from" in answers && answers.as === "percent" ? `${formatPercent(value)} %` : tidy(value);
}

const tidy = (value: number): string => `${Number(value.toPrecision(3))}`;
