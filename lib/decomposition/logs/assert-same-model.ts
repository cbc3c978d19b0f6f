import { type PredictionLog, UsageError } from "../../core/index.js";

/**
 * Throws where logs cannot come from one model on separate splits: other classes or another run, a split twice, or a
 * sample in two splits.
 *
 * @throws UsageError
 */
export function assertSameModel(logs: readonly PredictionLog[]): void {
  const [first, ...others] = logs;
  for (const log of others) {
    assertEqual("classes", first!, log, JSON.stringify(first!.classes), JSON.stringify(log.classes));
    for (const key of ["run", "seed"] as const)
      if (first![key] !== undefined && log[key] !== undefined)
        assertEqual(key, first!, log, String(first![key]), String(log[key]));
  }
  const splitOf = new Map<string, string>();
  const seen = new Set<string>();
  for (const log of logs) {
    if (seen.has(log.split))
      throw new UsageError({
        got: `two logs of the split ${log.split}.`,
        expected: "one log for each split.",
        fix: "leave one of them out.",
      });
    seen.add(log.split);
    assertNoLeak(log, splitOf);
  }
}

function assertEqual(what: string, a: PredictionLog, b: PredictionLog, inA: string, inB: string): void {
  if (inA === inB) return;
  throw new UsageError({
    got: `${what} of ${a.split} and of ${b.split} differ: ${inA} and ${inB}.`,
    expected: "logs of one model.",
    fix: "predict all splits with the same model.",
  });
}

function assertNoLeak(log: PredictionLog, splitOf: Map<string, string>): void {
  const shared = log.ids.filter((id) => splitOf.has(id));
  if (shared.length > 0)
    throw new UsageError({
      got: `a leak: ${shared.length} of ${log.ids.length} samples of ${log.split} are in ${splitOf.get(shared[0]!)} too, the first is ${JSON.stringify(shared[0])}.`,
      expected: "each sample in one split.",
      fix: "split again without overlap; where they are different samples, put the split's name into their ids.",
    });
  for (const id of log.ids) splitOf.set(id, log.split);
}
