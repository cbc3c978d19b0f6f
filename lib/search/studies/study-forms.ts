import { shortValue, tableForms } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { bestTrial } from "./best-trial.js";

type Forms = Record<string, unknown>;

/** More trials than this are cut in the middle. */
const mostRows = 20;

/** Trials as a table: how each ended, and with which hyperparameters. */
export function trialsForms(trials: readonly TrialRecord[], note = `${trials.length} trials`): Forms {
  const names = [...new Set(trials.flatMap(({ parameters }) => Object.keys(parameters)))];
  const rows = trials.map(({ number, state, value, parameters }) => [
    number,
    state,
    shortly(value),
    ...names.map((name) => shortly(parameters[name])),
  ]);
  const columns = ["trial", "state", "value", ...names];
  const half = mostRows / 2;
  const dots = columns.map(() => "…");
  const shown = rows.length > mostRows ? [...rows.slice(0, half), dots, ...rows.slice(-half)] : rows;
  return tableForms(columns, shown, note);
}

interface Shown {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly trials: readonly TrialRecord[];
}

/** A study: how many trials ended how, the best of them, and a table of all. */
export function studyForms({ name, direction, trials }: Shown): Forms {
  const states = ["complete", "pruned", "failed", "running", "waiting"] as const;
  const counts = states
    .map((state) => [trials.filter((trial) => trial.state === state).length, state] as const)
    .filter(([count]) => count > 0);
  const best = bestTrial(trials, direction);
  const parts = [
    `study "${name}", to ${direction}: ${counts.map((count) => count.join(" ")).join(", ") || "no trials yet"}`,
    ...(best === undefined ? [] : [`best: trial ${best.number} with ${shortly(best.value)}`]),
  ];
  return trialsForms(trials, parts.join("; "));
}

function shortly(value: unknown): string {
  return value === undefined ? "" : shortValue(value, 4);
}
