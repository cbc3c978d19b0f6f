import {
  type Finding,
  formatPercent,
  mixWord,
  type PredictionLog,
  wilsonInterval,
} from "../../core/index.js";
import { assertPredictionLog } from "./assert-prediction-log.js";
import { wrongRows } from "./wrong-rows.js";

const lesson = "notebooks/06-where-the-error-comes-from.ipynb";

/** So many equal rows and labels in two splits are no accident of rounding. */
const fewCopies = 3;

/**
 * What is odd about prediction logs, though it can be taken apart: a split of one class, a class that a split lacks, labels
 * that are shared out otherwise than elsewhere, a model that is no better than always giving the commonest class, few
 * images, and rows that are alike to the last digit in two splits, as the same image under another id is.
 *
 * Nothing is dropped for it.
 *
 * @param logs - of one model, or of several
 * @returns findings, errors first; none where all is well
 * @throws UsageError for logs that `readPredictionLog` would refuse
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * checkPredictionLogs([{ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.8, 0.2) }]).map(({ title }) => title); // ["test has samples of one class only", "test has few samples"]
 */
export function checkPredictionLogs(logs: readonly PredictionLog[]): Finding[] {
  for (const log of logs) assertPredictionLog(log, log.split);
  const rank = { error: 0, warning: 1, note: 2 };
  return [...logs.flatMap(checkOne), ...copies(logs)].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function checkOne(log: PredictionLog): Finding[] {
  const { split, classes, labels } = log;
  const counts = new Array<number>(classes.length).fill(0);
  for (const label of labels) counts[label]!++;
  const missing = classes.filter((_, k) => counts[k] === 0);
  const common = counts.indexOf(Math.max(...counts));
  const samples = labels.length;
  const errors = wrongRows(log).reduce((sum, wrong) => sum + wrong, 0);
  const findings: Finding[] = [];
  if (missing.length === classes.length - 1)
    findings.push({
      ...{ code: "class-imbalance", severity: "error", where: split, confidence: 1, lesson },
      title: `${split} has samples of one class only`,
      evidence: `all ${samples} labels are ${JSON.stringify(classes[common])}`,
      fix: "draw the split from all classes: sorted data were cut without being shuffled.",
    });
  else if (missing.length > 0)
    findings.push({
      ...{ code: "class-imbalance", severity: "warning", where: split, confidence: 1, lesson },
      title: `${split} has no sample of ${missing.length === 1 ? missing[0] : `${missing.length} classes`}`,
      evidence: `no label is ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? ", …" : ""}`,
      fix: "draw more samples, or split by class: errors on what is not there cannot be counted.",
    });
  const baseline = 1 - counts[common]! / samples;
  const { low } = wilsonInterval(errors, samples);
  if (missing.length < classes.length - 1 && errors / samples >= baseline)
    findings.push({
      ...{ code: "not-better-than-baseline", where: split, lesson },
      severity: low > baseline ? "error" : "warning",
      confidence: low > baseline ? 0.95 : 0.5,
      title: `on ${split} the model is no better than always giving ${JSON.stringify(classes[common])}`,
      evidence: `${formatPercent(errors / samples)} % errors against ${formatPercent(baseline)} %`,
      fix: "look for the bug first: deep-pessimist doctor. Are the classes in the order that the model has them?",
    });
  if (samples < 100)
    findings.push({
      ...{ code: "too-little-data", severity: "note", where: split, confidence: 1, lesson },
      title: `${split} has few samples`,
      evidence: `of ${samples} samples, one error more or less is ${formatPercent(1 / samples)} points`,
      fix: "score more samples before a point or two is believed.",
    });
  return findings;
}

/** Rows with the same label and the same probabilities, to the last digit, in two splits under different ids. */
function copies(logs: readonly PredictionLog[]): Finding[] {
  const keys = logs.map(keysOf);
  return logs.flatMap((first, a) =>
    logs.slice(a + 1).flatMap((second, offset): Finding[] => {
      if (first.split === second.split || first.classes.length !== second.classes.length) return [];
      const theirs = keys[a + 1 + offset]!;
      const alike = [...keys[a]!].filter(([key]) => theirs.has(key));
      if (alike.length < fewCopies) return [];
      const [key, row] = alike[0]!;
      return [
        {
          ...{ code: "duplicate-leak", severity: "warning", confidence: 0.7, lesson },
          where: `${first.split}, ${second.split}`,
          title: `${first.split} and ${second.split} seem to share samples under different ids`,
          evidence: `${alike.length} rows are alike to the last digit, ${JSON.stringify(first.ids[row])} and ${JSON.stringify(second.ids[theirs.get(key)!])} for one`,
          fix: "compare those samples; if they are the same, split again so that copies stay together.",
        },
      ];
    }),
  );
}

/**
 * The row of each combination of label and probabilities that occurs once; certain answers are alike without being copies. A
 * combination is known by 53 bits mixed from all of its own: two of a million rows share them by accident in one log of 10,000.
 */
function keysOf({ labels, probabilities, classes }: PredictionLog): Map<number, number> {
  const width = classes.length;
  const bits = new Int32Array(probabilities.buffer, probabilities.byteOffset, probabilities.length);
  const rows = new Map<number, number>();
  const repeated = new Set<number>();
  for (let row = 0; row < labels.length; row++) {
    let [a, b, isCertain] = [labels[row]!, ~labels[row]!, false];
    for (let k = row * width; k < (row + 1) * width; k++) {
      if (probabilities[k]! > 0.999) isCertain = true;
      a = mixWord(a ^ bits[k]!);
      b = mixWord((b + bits[k]!) | 0);
    }
    if (isCertain) continue;
    const key = (a >>> 0) * 2 ** 21 + (b >>> 11);
    if (rows.has(key)) repeated.add(key);
    rows.set(key, row);
  }
  for (const key of repeated) rows.delete(key);
  return rows;
}
