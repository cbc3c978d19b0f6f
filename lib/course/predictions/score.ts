import { inStore } from "../progress/in-store.js";
import { Reply } from "../reply/reply.js";
import { bits, isHit } from "./bits.js";
import { findQuestion } from "./find-question.js";
import { predictionText, valueText } from "./question-text.js";
import { readPredictions, writeResult } from "./stored-predictions.js";

/**
 * Holds a committed prediction against the result. The first result closes the question; later ones are only looked at.
 *
 * @param id - the question's, such as "01.2"
 * @param result - what came out
 * @throws UsageError for a question that is not there
 */
export async function score(id: string, result: string | number): Promise<Reply> {
  const question = findQuestion("score", id);
  const came = `Result (${question.about}): **${valueText(question.answers, result)}**.`;
  const row = await inStore((connection) => {
    const [known] = readPredictions(connection, id);
    if (known?.result !== undefined) return known;
    const gained = known?.prediction && bits(question, known.prediction, result);
    writeResult(connection, id, result, gained);
    return { ...known, result, bits: gained };
  });
  if (row.prediction === undefined)
    return new Reply(
      `${came} You had not committed to anything, so there is nothing to learn about yourself.`,
    );
  const hit = isHit(row.prediction, row.result!) ? "right" : "wrong";
  return new Reply(
    `${came} You said ${predictionText(question, row.prediction)}: **${hit}**, worth ${row.bits!.toFixed(1).replace("-", "−")} bits (0 is knowing nothing).`,
  );
}
