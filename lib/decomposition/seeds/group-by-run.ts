import { type PredictionLog, UsageError } from "../../core/index.js";
import { ladderFromLogs } from "../logs/ladder-from-logs.js";
import { rowsOfSameSamples } from "../logs/same-samples.js";
import { wrongRows } from "../logs/wrong-rows.js";

type Run = [name: string, logs: PredictionLog[]];

/** The errors of several runs on one split. */
export interface CrossedSplit {
  readonly split: string;
  /** 1 where the run errs on the image, one row a run; where `shared`, images are in the order of the first run. */
  readonly wrong: readonly Uint8Array[];
  /** Whether all runs have the same images. Those of training may differ: each run may have drawn its own. */
  readonly shared: boolean;
}

/**
 * Logs of several runs, put side by side split by split.
 *
 * @throws UsageError for logs without seed and run, a single run, a split that a run lacks, images that runs do not share,
 *   and for what `ladderFromLogs` refuses of one run
 */
export function groupByRun(logs: readonly PredictionLog[]): CrossedSplit[] {
  const runs = new Map<string, PredictionLog[]>();
  for (const log of logs) {
    const name = runName(log);
    runs.set(name, [...(runs.get(name) ?? []), log]);
  }
  if (runs.size < 2)
    throw new UsageError({
      got: `logs of ${runs.size === 1 ? "a single run" : "no run"}.`,
      expected: "two runs or more of the same recipe: one says nothing of how much seeds matter.",
      fix: "train again with another seed, or take the one run apart with decomposeError.",
    });
  for (const group of runs.values()) ladderFromLogs(group);
  const [[firstName, first], ...others] = [...runs] as [Run, ...Run[]];
  return first.map((log): CrossedSplit => {
    const logsOfSplit = others.map(([name, group]) => {
      const other = group.find(({ split }) => split === log.split);
      if (other !== undefined && group.length === first.length) return other;
      throw new UsageError({
        got: `${name} has logs of ${group.map(({ split }) => split).join(", ")}, ${firstName} of ${first.map(({ split }) => split).join(", ")}.`,
        expected: "the same splits of every run.",
        fix: "predict the missing split with that run's model too.",
      });
    });
    const ids = new Set(log.ids);
    const shared = log.split !== "train" || logsOfSplit.every((other) => sameIds(ids, other.ids));
    const rest = logsOfSplit.map((other, i) => {
      const wrong = wrongRows(other);
      if (!shared) return wrong;
      const names = [`${log.split} of ${firstName}`, `${log.split} of ${others[i]![0]}`] as const;
      return Uint8Array.from(rowsOfSameSamples(log, other, names), (row) => wrong[row]!);
    });
    return { split: log.split, wrong: [wrongRows(log), ...rest], shared };
  });
}

const sameIds = (ids: ReadonlySet<string>, other: readonly string[]): boolean =>
  other.length === ids.size && other.every((id) => ids.has(id));

function runName({ seed, run, split }: PredictionLog): string {
  if (seed !== undefined) return run === undefined ? `seed ${seed}` : `${run}, seed ${seed}`;
  if (run !== undefined) return run;
  throw new UsageError({
    got: `a log of ${split} that does not say which run it is from.`,
    expected: "logs with a seed or a run, so that those of one model are found.",
    fix: "pass { seed } or { run } to predictions, or add a column seed to the file.",
  });
}
