import type { TrialRecord } from "../trials/trial-record.js";
import { type ObservedStudy, short } from "./observed-study.js";
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
  const correlation = (step: number): number => {
    const pairs = curves.flatMap((trial) => {
      const then = reportAt(trial, step);
      return then === undefined || !Number.isFinite(then) ? [] : [[then, trial.value!] as const];
    });
    return Math.abs(rankCorrelation(pairs));
  };
  const early = steps[Math.floor(steps.length / 3)]!;
  const now = correlation(early);
  if (now >= safe) return [];
  const from = steps.find((step) => step > early && correlation(step) >= safe);
  return [
    {
      ...{ code: "crossing-curves", severity: "warning", where: "study" },
      title: "Learning curves cross: pruning is unsafe",
      evidence: `Of ${curves.length} complete trials, the order at step ${early} and the order at the end have a rank correlation of ${short(now)}.`,
      fix:
        from === undefined
          ? "Let every trial run to its end: leave the pruner out."
          : `Do not prune before step ${from}: median({ warmUpSteps: ${from} }), or minSteps: ${from} with the others.`,
    },
  ];
}

function reportAt({ intermediate }: TrialRecord, step: number): number | undefined {
  return intermediate.find((report) => report.step === step)?.value;
}

/** Spearman's; ties get their mean rank. */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const ranks = (column: 0 | 1): number[] => {
    const values = pairs.map((pair) => pair[column]);
    return values.map(
      (value) =>
        values.filter((other) => other < value).length + values.filter((other) => other === value).length / 2,
    );
  };
  const [a, b] = [ranks(0), ranks(1)];
  const middle = pairs.length / 2;
  const sum = (of: (i: number) => number): number => pairs.reduce((total, _, i) => total + of(i), 0);
  const [aa, bb] = [a, b].map((r) => sum((i) => (r[i]! - middle) ** 2)) as [number, number];
  return aa * bb === 0 ? 1 : sum((i) => (a[i]! - middle) * (b[i]! - middle)) / Math.sqrt(aa * bb);
}
