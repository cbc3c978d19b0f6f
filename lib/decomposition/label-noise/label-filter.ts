import { predictedClasses } from "../metrics/predicted-classes.js";
import { type ConfidentJoint, confidentJoint } from "./confident-joint.js";
import type { Labelled } from "./labelled.js";

/** Which labels count as wrong, by cleanlab's names for its filters. */
export type LabelFilter =
  | "prune-by-class"
  | "prune-by-noise-rate"
  | "both"
  | "confident-learning"
  | "predicted-not-given";

/** Each filter: 1 where a label is taken for wrong, shape [samples]. */
export const labelFilters: Readonly<Record<LabelFilter, (log: Labelled) => Uint8Array>> = {
  "prune-by-class": (log) => cleared(pruneByClass(log, pruneCounts(confidentJoint(log))), log),
  "prune-by-noise-rate": (log) => cleared(pruneByNoiseRate(log, pruneCounts(confidentJoint(log))), log),
  both: (log) => {
    const counts = pruneCounts(confidentJoint(log));
    const byClass = pruneByClass(log, counts);
    return cleared(
      pruneByNoiseRate(log, counts).map((flag, row) => flag & byClass[row]!),
      log,
    );
  },
  "confident-learning": (log) => {
    const { guesses } = confidentJoint(log);
    const flags = Uint8Array.from(guesses, (guess, row) => Number(guess >= 0 && guess !== log.labels[row]));
    return cleared(flags, log);
  },
  "predicted-not-given": (log) => {
    const predicted = predictedClasses(log);
    return cleared(
      Uint8Array.from(predicted, (guess, row) => Number(guess !== log.labels[row])),
      log,
    );
  },
};

/** How many labels to prune, shape [true label, given label]: at least one of each class is left. */
function pruneCounts({ counts }: ConfidentJoint): number[][] {
  const turned = counts.map((_, y) => counts.map((row) => row[y]!));
  return turned.map((row, y) =>
    row.map((count, s) => {
      if (s === y) return Math.max(1, count);
      const raised = Math.max(1, turned[s]![s]!) - turned[s]![s]!;
      const others = Math.max(1, turned.filter((other) => other[s]! > 0).length - 1);
      return Math.trunc(Math.max(0, count - raised / others));
    }),
  );
}

/** Of each given label, those that the model finds least probable. */
function pruneByClass(log: Labelled, counts: readonly number[][]): Uint8Array {
  const flags = new Uint8Array(log.labels.length);
  const { probabilities, classes } = log;
  for (const [k, rows] of rowsByLabel(log).entries()) {
    if (rows.length < 2) continue;
    const worst = ranked(rows, (row) => probabilities[row * classes.length + k]!);
    for (const row of worst.slice(0, Math.max(0, rows.length - counts[k]![k]!))) flags[row] = 1;
  }
  return flags;
}

/** Of each given label, those where another class is furthest ahead of it: as many as are taken to be that class. */
function pruneByNoiseRate(log: Labelled, counts: readonly number[][]): Uint8Array {
  const flags = new Uint8Array(log.labels.length);
  const { probabilities, classes } = log;
  for (const [k, rows] of rowsByLabel(log).entries()) {
    if (rows.length < 2) continue;
    for (let j = 0; j < classes.length; j++) {
      const wanted = counts[j]![k]!;
      if (j === k || wanted === 0) continue;
      const lead = (row: number) =>
        probabilities[row * classes.length + k]! - probabilities[row * classes.length + j]!;
      for (const row of ranked(rows, lead).slice(0, wanted)) flags[row] = 1;
    }
  }
  return flags;
}

function rowsByLabel({ labels, classes }: Labelled): number[][] {
  const rows = classes.map((): number[] => []);
  for (const [row, label] of labels.entries()) rows[label]!.push(row);
  return rows;
}

/** The rows, the lowest value first; of equal ones the earlier row. */
function ranked(rows: readonly number[], value: (row: number) => number): number[] {
  const values = Float64Array.from(rows, value);
  const order = Uint32Array.from(rows, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  return Array.from(order, (i) => rows[i]!);
}

/** No label is wrong that is the model's own favourite, or all but. */
function cleared(flags: Uint8Array, { labels, probabilities, classes }: Labelled): Uint8Array {
  const width = classes.length;
  return flags.map((flag, row) => {
    const own = probabilities[row * width + labels[row]!]! + 1e-6;
    let isAhead = 0;
    for (let k = 0; k < width; k++) {
      const p = probabilities[row * width + k]!;
      if (k !== labels[row] && (p > own || (p === own && k < labels[row]!))) isAhead = 1;
    }
    return flag & isAhead;
  });
}
