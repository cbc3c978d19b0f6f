import { shortValue } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";
import type { ObservedStudy } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

const leastTrials = 8;
/** Below this rank correlation with the end, an early report says too little. */
const safe = 0.7;

/** Learning curves that cross: what leads early does not win, so a pruner stops the wrong trials. */
export function checkCrossingCurves({ complete }: ObservedStudy): StudyFinding[] {
  const curves = complete.filter(({ intermediate }) => intermediate.length >= 3);
  if (curves.length < leastTrials) return [];
  const last = Math.min(...curves.map(({ intermediate }) => intermediate.at(-1)!.step));
  const steps = [...new Set(curves.flatMap(({ intermediate }) => intermediate.map(({ step }) => step)))]
    .filter((step) => step <= last)
    .sort((a, b) => a - b);
  const correlation = (step: number): number =>
    rankCorrelation(
      curves.flatMap((trial) => {
        const then = reportAt(trial, step);
        return then === undefined || !Number.isFinite(then) ? [] : [[then, trial.value!] as const];
      }),
    );
  const early = steps[Math.floor(steps.length / 3)]!;
  const now = correlation(early);
  if (likelyMost(now, curves.length) >= safe) return [];
  if (now <= -safe) return [reversed(curves.length, early, now)];
  const from = steps.find((step) => step > early && correlation(step) >= safe);
  return [
    {
      ...{ code: "crossing-curves", severity: "warning", where: "study" },
      title: "Learning curves cross: pruning is unsafe",
      evidence: `Of ${curves.length} complete trials, the order at step ${early} and the order at the end have a rank correlation of ${shortValue(now)}.`,
      fix:
        from === undefined
          ? "Let every trial run to its end: leave the pruner out."
          : `Do not prune before step ${from}: median({ warmUpSteps: ${from} }), or minSteps: ${from} with the others.`,
    },
  ];
}

/**
 * The most that a rank correlation is likely to be, in nine of ten samples, where so many pairs show this one.
 *
 * @see R. Fisher, "On the Probable Error of a Coefficient of Correlation" (1921), whose error is 1.03 times as large for ranks
 */
function likelyMost(correlation: number, pairs: number): number {
  if (correlation >= 1) return 1;
  return Math.tanh(Math.atanh(Math.max(correlation, -0.999)) + (1.28 * 1.03) / Math.sqrt(pairs - 3));
}

/** Reports of which more is better where less is of the value, or the other way round: loss on the way, and accuracy at the end. */
function reversed(curves: number, step: number, correlation: number): StudyFinding {
  return {
    ...{ code: "crossing-curves", severity: "warning", where: "study" },
    title: "Reports and values go opposite ways: a pruner would stop the best trials",
    evidence: `Of ${curves} complete trials, the reports at step ${step} and the values have a rank correlation of ${shortValue(correlation)}.`,
    fix: "Report what the objective returns: await trial.report(error, epoch), and return the error.",
  };
}

function reportAt({ intermediate }: TrialRecord, step: number): number | undefined {
  return intermediate.find((report) => report.step === step)?.value;
}

/** Spearman's; ties get their mean rank. */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [ranks(pairs.map(([x]) => x)), ranks(pairs.map(([, y]) => y))];
  const middle = (pairs.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < pairs.length; i++) {
    ab += (a[i]! - middle) * (b[i]! - middle);
    aa += (a[i]! - middle) ** 2;
    bb += (b[i]! - middle) ** 2;
  }
  return aa * bb === 0 ? 1 : ab / Math.sqrt(aa * bb);
}

/** The place of each value in their order, from 0. */
function ranks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const places = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) places[order[i]!] = (start + end - 1) / 2;
  }
  return places;
}
