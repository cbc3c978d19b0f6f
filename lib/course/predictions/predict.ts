import { inStore } from "../progress/in-store.js";
import { Reply } from "../reply/reply.js";
import { assertPrediction } from "./assert-prediction.js";
import { findQuestion } from "./find-question.js";
import type { Prediction } from "./prediction.js";
import { howToAnswer, predictionText } from "./question-text.js";
import { readPredictions, writePrediction } from "./stored-predictions.js";

/**
 * Commits to a prediction before its result is known. It is kept on this machine and scored by `score`.
 *
 * It may be changed until the result is known; then the first one counts, until `reset` begins the notebook anew.
 *
 * @param id - the question's, such as "01.2"
 * @param prediction - `{ choice, sure }` or `{ between: [low, high], sure }`; left empty, it says how to answer
 * @throws UsageError for a question that is not there, or a prediction that does not answer it
 */
export async function predict(id: string, prediction: Prediction = {}): Promise<Reply> {
  const question = findQuestion("predict", id);
  if (Object.keys(prediction).length === 0)
    return new Reply(`**Nothing committed yet** (${question.about}). Write ${howToAnswer(question)}.`);
  assertPrediction(question, prediction);
  const known = await inStore((connection) => {
    const [row] = readPredictions(connection, id);
    if (row?.result === undefined) writePrediction(connection, id, prediction);
    return row;
  });
  if (known?.result === undefined)
    return new Reply(`**Committed:** ${question.about}, ${predictionText(question, prediction)}.`);
  const first = known.prediction;
  return new Reply(
    `The result is known already, so ${first === undefined ? "nothing counts" : `your first prediction counts: ${predictionText(question, first)}`}. To begin anew: \`course.reset({ notebook: "${id.slice(0, 2)}" })\`.`,
  );
}
