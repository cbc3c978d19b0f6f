import { type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "./assert-prediction-log.js";

/**
 * Where each sample of the first log is in another one, shape [samples]: both must hold the same samples, with the same
 * labels and classes, in whatever order.
 *
 * @param names - what to call the logs in messages
 * @throws UsageError for a sample that only one of them has, another label, or other classes; it names row and id
 */
export function rowsOfSameSamples(
  first: PredictionLog,
  second: PredictionLog,
  names: readonly [string, string],
): Uint32Array {
  assertPredictionLog(first, names[0]);
  assertPredictionLog(second, names[1]);
  const fail = (got: string, expected: string, fix: string): never => {
    throw new UsageError({ got: `${got}.`, expected: `${expected}.`, fix: `${fix}.` });
  };
  const [a, b] = [first.classes, second.classes].map((classes) => JSON.stringify(classes));
  if (a !== b)
    fail(
      `classes of ${names[0]} and of ${names[1]} differ: ${a} and ${b}`,
      "the same classes in the same order",
      "write both logs with the same classes",
    );
  const rowOf = new Map(second.ids.map((id, row) => [id, row]));
  const rows = Uint32Array.from(first.ids, (id, row) => {
    const other = rowOf.get(id);
    if (other === undefined)
      return fail(
        `row ${row} of ${names[0]} (id ${JSON.stringify(id)}) has no partner in ${names[1]}`,
        "the same samples in both logs",
        "predict the same set with both, or give partners the same id",
      );
    if (first.labels[row] !== second.labels[other])
      fail(
        `row ${row} of ${names[0]} (id ${JSON.stringify(id)}) has label ${first.labels[row]}, but ${second.labels[other]} in ${names[1]}`,
        "one label for each sample",
        "score both against the same labels",
      );
    return other;
  });
  if (second.ids.length !== first.ids.length) {
    const known = new Set(first.ids);
    const row = second.ids.findIndex((id) => !known.has(id));
    fail(
      `row ${row} of ${names[1]} (id ${JSON.stringify(second.ids[row])}) has no partner in ${names[0]}`,
      "the same samples in both logs",
      "predict the same set with both, or give partners the same id",
    );
  }
  return rows;
}
