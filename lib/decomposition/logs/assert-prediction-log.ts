import { type PredictionLog, UsageError } from "../../core/index.js";

/** How far a row's probabilities may be from a sum of 1: half-precision softmax is off by so much. */
const sumTolerance = 1e-3;

/**
 * Throws where a log cannot be what a model said of a set of samples, and names the row and column.
 *
 * @param name - what to call the log in messages: its file, or its split
 * @throws UsageError for an empty log, columns of different lengths, fewer than two classes, a repeated id, a label
 *   outside the classes, and probabilities that are NaN, outside 0…1, or do not sum to 1
 */
export function assertPredictionLog(log: PredictionLog, name: string): void {
  const { ids, labels, probabilities, classes, tags } = log;
  const fail = (got: string, expected: string, fix: string): never => {
    throw new UsageError({ got: `${name}: ${got}.`, expected: `${expected}.`, fix: `${fix}.` });
  };
  if (ids.length === 0) fail("the log is empty", "one row for each sample", "predict the whole split");
  if (classes.length < 2)
    fail(
      `${classes.length} classes`,
      "two classes or more",
      "give one column of probabilities for each class",
    );
  const lengths = { labels: labels.length, probabilities: probabilities.length / classes.length };
  const columns = Object.entries({ ...lengths, ...mapValues(tags, (tag) => tag.length) });
  const odd = columns.find(([, length]) => length !== ids.length);
  if (odd)
    fail(
      `${ids.length} ids, but ${odd[1]} rows of ${odd[0]}`,
      "as many rows of each",
      "log all columns in one loop",
    );
  assertUnique(ids, fail);
  for (let row = 0; row < ids.length; row++) {
    const where = () => `row ${row} (id ${JSON.stringify(ids[row])})`;
    const label = labels[row]!;
    if (!(label >= 0 && label < classes.length))
      fail(
        `${where()} has label ${label}`,
        `a class from 0 to ${classes.length - 1}`,
        "log the index of the class",
      );
    let sum = 0;
    for (let k = 0; k < classes.length; k++) {
      const p = probabilities[row * classes.length + k]!;
      if (!(p >= 0 && p <= 1 + sumTolerance))
        fail(`${where()}, column probability_${k} is ${p}`, "a probability from 0 to 1", remedy(p));
      sum += p;
    }
    if (Math.abs(sum - 1) > sumTolerance)
      fail(
        `the probabilities of ${where()} sum to ${Number(sum.toPrecision(4))}`,
        "1",
        "log softmax outputs, all of them",
      );
  }
}

function assertUnique(
  ids: readonly string[],
  fail: (got: string, expected: string, fix: string) => never,
): void {
  const rows = new Map<string, number>();
  for (const [row, id] of ids.entries()) {
    const earlier = rows.get(id);
    if (earlier !== undefined)
      fail(
        `rows ${earlier} and ${row} have the same id ${JSON.stringify(id)}`,
        "each sample once",
        "remove the repeated rows",
      );
    rows.set(id, row);
  }
}

const remedy = (p: number): string =>
  Number.isNaN(p)
    ? "find out with deep-pessimist doctor why the model gives NaN"
    : "log softmax outputs, not logits";

function mapValues<T>(record: Record<string, T>, f: (value: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [`tag_${key}`, f(value)]));
}
