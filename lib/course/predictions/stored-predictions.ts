import type { SqlConnection } from "../../core/index.js";
import type { Prediction } from "./prediction.js";

/** A question's row in the store. */
export interface StoredPrediction {
  readonly question: string;
  /** Absent where the result came first. */
  readonly prediction?: Prediction;
  readonly result?: string | number;
  readonly bits?: number;
}

/** The rows of one question or, by the beginning of their ids, of a notebook. */
export function readPredictions(connection: SqlConnection, beginning: string): StoredPrediction[] {
  const rows = connection
    .prepare(
      "SELECT question, answer, sure, result, bits FROM predictions WHERE question LIKE ? ORDER BY question",
    )
    .all(`${beginning}%`);
  return rows.map(({ question, answer, sure, result, bits }) => ({
    question: `${question}`,
    ...(answer !== null && { prediction: { ...JSON.parse(`${answer}`), sure: Number(sure) } }),
    ...(result !== null && { result: JSON.parse(`${result}`) }),
    ...(bits !== null && { bits: Number(bits) }),
  }));
}

/** Keeps a prediction; an earlier one whose result is not known yet is replaced. */
export function writePrediction(
  connection: SqlConnection,
  question: string,
  { sure, ...answer }: Prediction,
): void {
  connection
    .prepare(
      `INSERT INTO predictions (question, answer, sure, committed) VALUES (?, ?, ?, ?)
       ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, sure = excluded.sure, committed = excluded.committed`,
    )
    .run(question, JSON.stringify(answer), sure ?? null, new Date().toISOString());
}

/** Closes a question with its result. */
export function writeResult(
  connection: SqlConnection,
  question: string,
  result: string | number,
  bits: number | undefined,
): void {
  connection
    .prepare(
      `INSERT INTO predictions (question, result, bits) VALUES (?, ?, ?)
       ON CONFLICT (question) DO UPDATE SET result = excluded.result, bits = excluded.bits`,
    )
    .run(question, JSON.stringify(result), bits ?? null);
}
