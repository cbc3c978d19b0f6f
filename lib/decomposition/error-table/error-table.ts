import {
  checkOptions,
  contrastInterval,
  formatPercent,
  type Interval,
  type Rate,
  UsageError,
  wilsonInterval,
} from "../../core/index.js";
import { assertShare } from "./assert-share.js";
import { type Priority, priorityOf } from "./priority-of.js";

/** One type of error, and how often it occurs: the share of all images that are errors of this type. */
export interface ErrorType {
  readonly name: string;
  /** On held-out images of the training distribution. */
  readonly trainVal: Rate;
  /** On held-out images of the test distribution. */
  readonly testVal: Rate;
  /** What could be done about it, as you see it. */
  readonly solutions?: readonly string[];
}

/** Options for {@link errorTable}. */
export interface ErrorTableOptions {
  /** How often the intervals hold, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/** One row of the table. */
export interface ErrorTableRow {
  readonly name: string;
  readonly trainVal: Interval;
  readonly testVal: Interval;
  /** By how much more often it occurs in the test distribution. */
  readonly shift: Interval;
  /** Its share of the table's test-val errors, 0…1. */
  readonly shareOfErrors: number;
  readonly solutions: readonly string[];
  readonly priority: Priority;
}

/** Errors by type, those to work on first at the top. */
export interface ErrorTable {
  readonly rows: readonly ErrorTableRow[];
  /** The rates summed over the types; a type may overlap with another, so the sum may be above the error rate. */
  readonly total: { readonly trainVal: number; readonly testVal: number; readonly shift: number };
  /** What to work on, in a sentence. */
  readonly reading: string;
}

/**
 * The error table of Full Stack Deep Learning: how often each type of error occurs on the two validation sets, how much of
 * it came with the test distribution, and which type to work on first.
 *
 * A type has high priority where it makes half of the distribution shift or a third of the errors, medium where it makes
 * an eighth of them. Where there are counts, a shift counts only when chance does not explain it.
 *
 * @throws UsageError for no types, a name twice, and rates that are none
 * @see S. Karayev, J. Tobin and P. Abbeel, "Full Stack Deep Learning" (2021), lecture 7: "Error analysis"
 * @example
 * const { rows } = errorTable([
 *   { name: "reflections", trainVal: 0.003, testVal: 0.003 },
 *   { name: "night-time scenes", trainVal: 0.001, testVal: 0.01, solutions: ["collect more at night"] },
 * ]);
 * rows.map(({ name, priority }) => [name, priority]); // [["night-time scenes", "high"], ["reflections", "medium"]]
 */
export function errorTable(types: readonly ErrorType[], options: ErrorTableOptions = {}): ErrorTable {
  checkOptions("errorTable", options, ["confidence"]);
  assertTypes(types);
  const measured = types.map((type) => {
    const [trainVal, testVal] = [intervalOf(type.trainVal, options), intervalOf(type.testVal, options)];
    const shift = contrastInterval([
      { weight: 1, ...testVal },
      { weight: -1, ...trainVal },
    ]);
    return { name: type.name, trainVal, testVal, shift, solutions: type.solutions ?? [] };
  });
  const sum = (key: "trainVal" | "testVal" | "shift") =>
    measured.reduce((total, type) => total + type[key].estimate, 0);
  const total = { trainVal: sum("trainVal"), testVal: sum("testVal"), shift: sum("shift") };
  const risen = measured.reduce((all, { shift }) => all + Math.max(0, shift.estimate), 0);
  const rows = measured
    .map((type) => {
      const shareOfErrors = total.testVal === 0 ? 0 : type.testVal.estimate / total.testVal;
      const shareOfShift = type.shift.low > 0 ? type.shift.estimate / risen : 0;
      return { ...type, shareOfErrors, priority: priorityOf({ shareOfErrors, shareOfShift }) };
    })
    .sort((a, b) => order[a.priority] - order[b.priority] || b.testVal.estimate - a.testVal.estimate);
  return { rows, total, reading: reading(rows, total) };
}

const order: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };

function intervalOf(rate: Rate, options: ErrorTableOptions): Interval {
  if (typeof rate === "number") return { estimate: rate, low: rate, high: rate };
  return wilsonInterval(rate.errors, rate.samples, options);
}

function assertTypes(types: readonly ErrorType[]): void {
  for (const { name, trainVal, testVal } of types) {
    assertShare(`trainVal of "${name}"`, trainVal);
    assertShare(`testVal of "${name}"`, testVal);
  }
  const names = types.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (types.length > 0 && twice === undefined) return;
  throw new UsageError({
    got: twice === undefined ? "errorTable got no types of error." : `errorTable got "${twice}" twice.`,
    expected: "one type of error or more, each with a name of its own.",
    fix: 'pass [{ name: "night", trainVal: { errors: 3, samples: 1000 }, testVal: { errors: 30, samples: 1000 } }].',
  });
}

function reading(rows: readonly ErrorTableRow[], total: ErrorTable["total"]): string {
  const first = rows[0]!;
  const percent = (rate: number) => formatPercent(rate, Math.max(total.testVal, total.trainVal));
  if (first.priority === "low") return "No type of error stands out: none makes an eighth of them.";
  const rise =
    first.shift.low > 0
      ? `, ${percent(first.shift.estimate)} points of it with the test distribution`
      : ", as many with either distribution";
  return `Work on ${first.name} first: ${Math.round(100 * first.shareOfErrors)} % of the test-val errors, ${percent(first.testVal.estimate)} % of the samples${rise}.`;
}
