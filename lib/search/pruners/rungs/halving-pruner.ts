import type { TrialRecord } from "../../trials/trial-record.js";
import type { PromoteRequest, Pruner } from "../pruner.js";
import { type Lineage, lineages } from "./lineage.js";

/** What tells the halving pruners apart. */
export interface HalvingRule {
  readonly name: string;
  /** The steps at which this configuration is compared. */
  rungsOf(lineage: Lineage, all: readonly Lineage[]): readonly number[];
  /** Whether it goes on beyond a rung that it has reached. */
  goesOn(lineage: Lineage, rung: number, all: readonly Lineage[], sign: number): boolean;
  /** Whether trials that were stopped may go on later. */
  readonly promotes: boolean;
}

/** A pruner that stops each trial at its next rung, unless it goes on at once, and lets the best go on later. */
export function halvingPruner({ name, rungsOf, goesOn, promotes }: HalvingRule): Pruner {
  const signOf = ({ direction }: PromoteRequest) => (direction === "minimize" ? 1 : -1);
  return {
    name,
    shouldPrune(request): boolean {
      const { trial, step, trials } = request;
      const value = trial.intermediate.find((report) => report.step === step)?.value;
      if (Number.isNaN(value)) return true;
      const all = lineages(trials);
      const lineage = all.find(({ latest }) => latest.number === trial.number)!;
      const rung = crossed(rungsOf(lineage, all), trial, step);
      const before = trial.continues === undefined ? undefined : trials[trial.continues];
      // It was let go on from there already.
      if (rung === undefined || rung <= (before?.intermediate.at(-1)?.step ?? 0)) return false;
      return !goesOn(lineage, rung, all, signOf(request));
    },
    promote(request): number | undefined {
      if (!promotes) return undefined;
      const all = lineages(request.trials);
      let chosen: { number: number; rung: number } | undefined;
      for (const lineage of all) {
        const { state, intermediate, number } = lineage.latest;
        const last = intermediate.at(-1);
        if (state !== "pruned" || last === undefined || Number.isNaN(last.value)) continue;
        const rung = rungsOf(lineage, all).findLast((step) => step <= last.step);
        if (rung === undefined || rung <= (chosen?.rung ?? 0)) continue;
        if (goesOn(lineage, rung, all, signOf(request))) chosen = { number, rung };
      }
      return chosen?.number;
    },
  };
}

/** The rung that this report is the first to reach. */
function crossed(rungs: readonly number[], { intermediate }: TrialRecord, step: number): number | undefined {
  const rung = rungs.findLast((candidate) => candidate <= step);
  if (rung === undefined) return undefined;
  return intermediate.some((report) => report.step >= rung && report.step < step) ? undefined : rung;
}
