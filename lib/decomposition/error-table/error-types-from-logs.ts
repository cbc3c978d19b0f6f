import { type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { wrongRows } from "../logs/wrong-rows.js";
import type { ErrorType } from "./error-table.js";

/** One row of a log, as a rule for a type of error sees it. */
export interface LoggedError {
  readonly id: string;
  /** The class that the label says. */
  readonly label: string;
  readonly tags: Readonly<Record<string, number>>;
}

/** A type of error by its rule. */
export interface ErrorRule {
  readonly name: string;
  /** Whether an error is of this type. */
  when(error: LoggedError): boolean;
  readonly solutions?: readonly string[];
}

/**
 * Counts the errors of each type in two logs, for `errorTable`. An error may be of several types; what is of none is
 * counted as "other".
 *
 * @throws UsageError for a faulty log, or a rule called "other"
 * @example
 * const log = { split: "testVal", ids: ["a", "b"], labels: Int32Array.of(0, 1), classes: ["no", "yes"],
 *   probabilities: Float32Array.of(0, 1, 0, 1), tags: { night: Float32Array.of(1, 0) } };
 * const [night] = errorTypesFromLogs({ trainVal: log, testVal: log }, [{ name: "night", when: ({ tags }) => tags.night > 0 }]);
 * night.testVal; // { errors: 1, samples: 2 }
 */
export function errorTypesFromLogs(
  logs: { readonly trainVal: PredictionLog; readonly testVal: PredictionLog },
  rules: readonly ErrorRule[],
): ErrorType[] {
  if (rules.some(({ name }) => name === other))
    throw new UsageError({
      got: `errorTypesFromLogs got a rule called "${other}".`,
      expected: "another name: that one is for errors of no type.",
      fix: `rename the rule, or leave it out.`,
    });
  const [trainVal, testVal] = [countTypes(logs.trainVal, rules), countTypes(logs.testVal, rules)];
  const all = [...rules.map(({ name, solutions }) => ({ name, solutions })), { name: other }];
  return all.map(({ name, solutions }: { name: string; solutions?: readonly string[] | undefined }, i) => ({
    name,
    trainVal: { errors: trainVal[i]!, samples: logs.trainVal.labels.length },
    testVal: { errors: testVal[i]!, samples: logs.testVal.labels.length },
    ...(solutions === undefined ? {} : { solutions }),
  }));
}

const other = "other";

/** Errors of each rule, and at the end those of none. */
function countTypes(log: PredictionLog, rules: readonly ErrorRule[]): number[] {
  assertPredictionLog(log, log.split);
  const counts = new Array<number>(rules.length + 1).fill(0);
  const columns = Object.entries(log.tags);
  for (const [row, wrong] of wrongRows(log).entries()) {
    if (wrong === 0) continue;
    const tags = Object.fromEntries(columns.map(([name, column]) => [name, column[row]!]));
    const error = { id: log.ids[row]!, label: log.classes[log.labels[row]!]!, tags };
    const types = rules.map(({ when }) => when(error));
    for (const [i, is] of types.entries()) if (is) counts[i]!++;
    if (!types.includes(true)) counts[rules.length]!++;
  }
  return counts;
}
