import { toUnit } from "../space/to-unit.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { regression } from "./regression.js";
import { scoreAt } from "./score-at.js";

/** From so many trials whose end is known, the others' is foretold; so many of the last ones count. */
const [fewest, most] = [6, 40];

/** What is foretold from what. */
export interface ForetellOptions {
  /** Where all stand to be compared: all trials have come there. */
  readonly step: number;
  /** An earlier step, since which each has gained something. */
  readonly before: number | undefined;
  /** What values are multiplied by so that less is better. */
  readonly sign: number;
  /** What became of a trial, the lower the better; not finite where that is unknown. */
  readonly endOf: (trial: TrialRecord) => number;
}

/**
 * What becomes of trials that came to a step, judged by those whose end is known: how each stands, its last gain and its
 * hyperparameters foretell what it has yet to gain, as far as they do; where they do not, the order is that of the values.
 *
 * @returns what is foretold of each, the lower the better: [trials]; undefined while too few ends are known
 */
export function foretell(
  trials: readonly TrialRecord[],
  { step, before, sign, endOf }: ForetellOptions,
): number[] | undefined {
  const scores = trials.map((trial) => scoreAt(trial, step, sign)!);
  const gains = trials.map((trial, i) => endOf(trial) - scores[i]!);
  const known = [...trials.keys()].filter((i) => Number.isFinite(gains[i])).slice(-most);
  if (known.length < fewest) return undefined;
  const names = [...new Set(trials.flatMap(({ distributions }) => Object.keys(distributions)))];
  const columns = [
    scores,
    ...(before === undefined ? [] : [trials.map((trial, i) => scoreAt(trial, before, sign)! - scores[i]!)]),
    ...names.flatMap((name) => columnsOf(trials, name)),
  ].map((column) => standardized(column, known));
  const rows = trials.map((_, i) => columns.map((column) => column[i]!));
  const predict = regression(
    known.map((i) => rows[i]!),
    known.map((i) => gains[i]!),
  );
  return scores.map((score, i) => {
    const gain = predict(rows[i]!);
    return Number.isFinite(gain) ? score + gain : score;
  });
}

/** A number's place along its range, the middle where it does not exist; for each choice, 1 where it was taken. */
function columnsOf(trials: readonly TrialRecord[], name: string): number[][] {
  const like = trials.find(({ distributions }) => name in distributions)!.distributions[name]!;
  if (like.type === "choice")
    return like.choices.map((choice) =>
      trials.map(({ parameters }) => (parameters[name] === choice ? 1 : 0)),
    );
  return [
    trials.map(({ parameters, distributions }) =>
      name in parameters ? toUnit(distributions[name] ?? like, parameters[name]!) : 0.5,
    ),
  ];
}

/** A column about 0 and of variance 1 over some of its places, and nowhere further off than 3. */
function standardized(column: readonly number[], over: readonly number[]): number[] {
  const mean = over.reduce((sum, i) => sum + column[i]!, 0) / over.length;
  const variance = over.reduce((sum, i) => sum + (column[i]! - mean) ** 2, 0) / over.length;
  const deviation = Math.sqrt(variance);
  return column.map((value) => {
    const off = deviation > 1e-12 ? (value - mean) / deviation : 0;
    return Number.isFinite(off) ? Math.max(-3, Math.min(3, off)) : 3;
  });
}
