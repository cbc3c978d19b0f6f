import { nearestName, UsageError } from "../../core/index.js";
import type { Question } from "./question.js";
import { questions } from "./questions.js";

/** @throws UsageError for an id that the course does not have */
export function findQuestion(functionName: string, id: string): Question {
  const found = questions.find((question) => question.id === id);
  if (found !== undefined) return found;
  const ids = questions.map((question) => question.id);
  throw new UsageError({
    got: `${functionName} got the question "${id}", which the course does not have.`,
    expected: `one of ${ids.join(", ")}.`,
    fix: `${functionName}("${nearestName(id, ids) ?? ids[0]}", …)`,
  });
}
