import {
  checkOptions,
  formatPercent,
  type Interval,
  type IntervalOptions,
  type PredictionLog,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { wrongRows } from "../logs/wrong-rows.js";

/** What the model said of the scenes when they were rendered under some of the conditions. */
export interface Render {
  /** Those that are as in the test distribution; the others are as in the training distribution. */
  readonly conditions: readonly string[];
  readonly log: PredictionLog;
}

/** What one condition adds to the error. */
export interface ConditionEffect extends Interval {
  readonly name: string;
}

/** A shift by its conditions. */
export interface ShiftAttribution {
  /** The largest first; their estimates add up to the total. */
  readonly effects: readonly ConditionEffect[];
  readonly total: Interval;
  readonly scenes: number;
  /** What the numbers say, in a sentence. */
  readonly reading: string;
}

/** 1,024 renders of each scene are plenty. */
const most = 10;

/**
 * Attributes a distribution shift to its conditions by Shapley values, from the same scenes rendered under every
 * combination of them: the effects add up to the shift, and what two conditions do together is shared out evenly.
 *
 * The same scenes are compared with themselves, so the intervals are much narrower than those of separate sets.
 *
 * @param renders - one for each subset of the conditions, the empty one and the full one among them
 * @throws UsageError for a subset that is missing or there twice, other scenes in one of the logs, or a faulty log
 * @see L. Shapley, "A Value for n-Person Games" (1953); H. Zhang et al., "Why did the Model Fail? Attributing Model
 *   Performance Changes to Distribution Shifts" (2023)
 * @example
 * const render = (conditions: string[], wrong: number[]) => ({ conditions, log: { split: "testVal", ids: ["a", "b"], tags: {},
 *   labels: new Int32Array(2), classes: ["no", "yes"], probabilities: Float32Array.from(wrong.flatMap((is) => [1 - is, is])) } });
 * const { effects } = attributeShift([render([], [0, 0]), render(["night"], [1, 0]), render(["rain"], [0, 0]), render(["night", "rain"], [1, 1])]);
 * effects.map(({ name, estimate }) => [name, estimate]); // [["night", 0.75], ["rain", 0.25]]
 */
export function attributeShift(renders: readonly Render[], options: IntervalOptions = {}): ShiftAttribution {
  checkOptions("attributeShift", options, ["confidence"]);
  const z = twoSidedQuantile(options.confidence ?? 0.95);
  const names = [...new Set(renders.flatMap(({ conditions }) => conditions))];
  const wrong = wrongBySubset(renders, names);
  const scenes = wrong[0]!.length;
  const effects = names.map((name, i) => ({ name, ...meanOf(shapley(wrong, i, names.length), z) }));
  const last = wrong.at(-1)!;
  const total = meanOf(
    Float64Array.from(wrong[0]!, (before, scene) => last[scene]! - before),
    z,
  );
  const sorted = effects.sort((a, b) => b.estimate - a.estimate);
  return { effects: sorted, total, scenes, reading: reading(sorted, total) };
}

/** Which scenes are wrong under each subset of the conditions; bit i of the place says whether condition i is in it. */
function wrongBySubset(renders: readonly Render[], names: readonly string[]): Uint8Array[] {
  const fail = (got: string, fix: string): never => {
    throw new UsageError({
      got: `attributeShift got ${got}.`,
      expected: "one render of the same scenes for each combination of the conditions, from none to all.",
      fix,
    });
  };
  const said = (subset: readonly string[]) => (subset.length === 0 ? "no condition" : subset.join(" and "));
  if (names.length === 0 || names.length > most)
    fail(`${names.length} conditions`, `render 1 to ${most} of them: { conditions: ["night"], log }.`);
  const bySubset = new Array<Uint8Array | undefined>(2 ** names.length).fill(undefined);
  const ids = renders[0]!.log.ids;
  for (const { conditions, log } of renders) {
    assertPredictionLog(log, said(conditions));
    const place = conditions.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0);
    if (bySubset[place] !== undefined)
      fail(`two renders under ${said(conditions)}`, "leave one of them out.");
    const odd = log.ids.length === ids.length ? log.ids.findIndex((id, row) => id !== ids[row]) : 0;
    if (odd !== -1)
      fail(
        `other scenes under ${said(conditions)}: row ${odd} is ${JSON.stringify(log.ids[odd])}, not ${JSON.stringify(ids[odd])}`,
        "predict the same scenes in the same order, with the same ids.",
      );
    bySubset[place] = wrongRows(log);
  }
  const missing = bySubset.indexOf(undefined);
  if (missing !== -1) {
    const subset = names.filter((_, i) => (missing >> i) & 1);
    fail(`no render under ${said(subset)}`, "render the scenes so, and log what the model says of them.");
  }
  return bySubset as Uint8Array[];
}

/** Of each scene: what the condition adds, averaged over the orders in which the conditions can come. */
function shapley(wrong: readonly Uint8Array[], condition: number, count: number): Float64Array {
  const effects = new Float64Array(wrong[0]!.length);
  for (let without = 0; without < wrong.length; without++) {
    if ((without >> condition) & 1) continue;
    const weight = orders(bits(without), count);
    const [before, after] = [wrong[without]!, wrong[without | (1 << condition)]!];
    for (let scene = 0; scene < effects.length; scene++)
      effects[scene]! += weight * (after[scene]! - before[scene]!);
  }
  return effects;
}

/** The share of orders in which just these many others come first: s! (n − s − 1)! / n!. */
function orders(before: number, count: number): number {
  let share = 1 / count;
  for (let i = 1; i <= before; i++) share *= i / (count - i);
  return share;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}

function meanOf(values: Float64Array, z: number): Interval {
  const estimate = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const reach = z * Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
  return { estimate, low: estimate - reach, high: estimate + reach };
}

function reading(effects: readonly ConditionEffect[], total: Interval): string {
  const scale = Math.max(...effects.map(({ estimate }) => Math.abs(estimate)));
  const say = ({ estimate, low, high }: Interval) =>
    `${formatPercent(estimate, scale)} points (${formatPercent(low, scale)} to ${formatPercent(high, scale)})`;
  return `Of a shift of ${say(total)}, ${effects.map((effect) => `${effect.name} makes ${say(effect)}`).join(", ")}.`;
}
