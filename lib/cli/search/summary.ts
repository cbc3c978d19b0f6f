import { bestTrial, type StudySettings, type TrialRecord, type TrialState } from "../../search/index.js";

/** How a study stands. */
export interface Summary {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly trials: Readonly<Record<TrialState, number>>;
  readonly best: Pick<TrialRecord, "number" | "value" | "parameters"> | null;
  /** Of the last trial that failed. */
  readonly lastFailure: string | null;
}

/** Counts a study's trials and names the best. */
export function summarize(
  { name, direction }: Pick<StudySettings, "name" | "direction">,
  records: readonly TrialRecord[],
): Summary {
  const trials = { waiting: 0, running: 0, complete: 0, pruned: 0, failed: 0 };
  for (const { state } of records) trials[state]++;
  const best = bestTrial(records, direction);
  return {
    ...{ name, direction, trials },
    best:
      best === undefined ? null : { number: best.number, value: best.value!, parameters: best.parameters },
    lastFailure: records.findLast(({ failure }) => failure !== undefined)?.failure ?? null,
  };
}

/** The same for people. */
export function summaryText({ name, direction, trials, best, lastFailure }: Summary): string {
  const counts = Object.entries(trials).filter(([, count]) => count > 0);
  const lines = [
    `${name} (${direction}): ${counts.map(([state, count]) => `${count} ${state}`).join(", ") || "no trials"}`,
  ];
  if (best !== null)
    lines.push(`  best ${best.value}, trial ${best.number}: ${JSON.stringify(best.parameters)}`);
  if (lastFailure !== null) lines.push(`  last failure: ${lastFailure.split("\n")[0]}`);
  return lines.join("\n");
}
