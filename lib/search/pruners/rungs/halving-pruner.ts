import type { TrialRecord } from "../../trials/trial-record.js";
import type { Pruner } from "../pruner.js";
import { type Board, boardOf } from "./board.js";
import type { Lineage } from "./lineage.js";

/** What tells the halving pruners apart. */
export interface HalvingRule {
  readonly name: string;
  /** The steps at which any configuration is compared. */
  readonly rungs: readonly number[];
  /** Those at which this one is. */
  rungsOf(lineage: Lineage): readonly number[];
  /** Whether it goes on beyond a rung that it has reached. */
  goesOn(lineage: Lineage, rung: number, board: Board): boolean;
  /** Whether trials that were stopped may go on later. */
  readonly promotes: boolean;
}

/** A pruner that stops each trial at its next rung, unless it goes on at once, and lets the best go on later. */
export function halvingPruner({ name, rungs, rungsOf, goesOn, promotes }: HalvingRule): Pruner {
  return {
    name,
    shouldPrune(request): boolean {
      const { trial, step } = request;
      const value = trial.intermediate.find((report) => report.step === step)?.value;
      if (Number.isNaN(value)) return true;
      // Most steps are no rungs: the study need not be looked through.
      if (crossed(rungs, trial, step) === undefined) return false;
      const board = boardOf(request);
      const lineage = board.all.find(({ latest }) => latest.number === trial.number)!;
      const rung = crossed(rungsOf(lineage), trial, step);
      // It was let go on from there already.
      if (rung === undefined || rung <= (lineage.resumedAt ?? 0)) return false;
      return !goesOn(lineage, rung, board);
    },
    promote(request): number | undefined {
      if (!promotes) return undefined;
      const board = boardOf(request);
      let chosen: { number: number; rung: number } | undefined;
      for (const lineage of board.all) {
        const { state, intermediate, number } = lineage.latest;
        const last = intermediate.at(-1);
        if (state !== "pruned" || last === undefined || Number.isNaN(last.value)) continue;
        const rung = rungsOf(lineage).findLast((step) => step <= last.step);
        if (rung === undefined || rung <= (chosen?.rung ?? 0)) continue;
        if (goesOn(lineage, rung, board)) chosen = { number, rung };
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
