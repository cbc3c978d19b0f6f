import { shortValue, UsageError } from "../../core/index.js";
import { palette } from "../palette.js";

/** A trial as figures need it; those of a study are such. */
export interface DrawnTrial {
  readonly number: number;
  readonly state: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly value?: number;
  readonly intermediate: readonly { readonly step: number; readonly value: number }[];
  readonly distributions: Readonly<Record<string, object>>;
  /** The number of the pruned trial that it goes on with. */
  readonly continues?: number;
}

/** A study as figures need it. */
export interface DrawnStudy {
  readonly trials: readonly DrawnTrial[];
  readonly direction: "minimize" | "maximize";
}

/** A trial that has a value. */
export type ValuedTrial = DrawnTrial & { readonly value: number };

/** The complete trials by number. @throws UsageError where there is none */
export function completeTrials({ trials }: DrawnStudy, functionName: string): ValuedTrial[] {
  const complete = trials.filter(
    (trial): trial is ValuedTrial => trial.state === "complete" && Number.isFinite(trial.value),
  );
  if (complete.length > 0) return complete;
  throw new UsageError({
    got: `${functionName} got a study without a complete trial.`,
    expected: "one at least, with a value.",
    fix: "run study.optimize first; the trials' `failure` says why they failed.",
  });
}

/** The complete trial with the best value. */
export function bestOf(trials: readonly ValuedTrial[], direction: DrawnStudy["direction"]): ValuedTrial {
  const sign = direction === "minimize" ? 1 : -1;
  return trials.reduce((a, b) => (sign * b.value < sign * a.value ? b : a));
}

/** At most so many, in their order: the last ones, and of those before as many, evenly. For more lines than that no figure is made. */
export function someOf<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const half = Math.floor(most / 2);
  const before = rows.length - half;
  const evenly = Array.from({ length: half }, (_, i) => rows[Math.floor((i * before) / half)]!);
  return [...evenly, ...rows.slice(before)];
}

/**
 * Points of which each can be seen: of those that would cover each other the last one. A crowd of thousands is a blot, however
 * many of it are drawn, and a page holds them all.
 *
 * @param at - where a point lies, in shares of the picture
 * @param cells - how many points have room beside and above each other
 */
export function uncovered<Row>(
  rows: readonly Row[],
  at: (row: Row) => readonly [number, number],
  [across, up]: readonly [number, number],
): Row[] {
  const cells = new Map<number, Row>();
  for (const row of rows) {
    const [x, y] = at(row);
    cells.set(Math.round(x * across) * 10_000 + Math.round(y * up), row);
  }
  return [...cells.values()];
}

/** Values as a list of alternatives: "relu", "relu or tanh", "16, 32 or 64". */
export function alternatives(values: readonly unknown[]): string {
  const texts = [...new Set(values.map((value) => shortValue(value)))];
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}

/** How a trial is marked that lies beyond the axis: towards where it lies. */
export function triangle(direction: DrawnStudy["direction"]): Record<string, unknown> {
  const symbol = direction === "minimize" ? "triangle-up-open" : "triangle-down-open";
  return { size: 8, symbol, color: palette.purple };
}
