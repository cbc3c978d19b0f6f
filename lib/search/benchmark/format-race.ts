import { alignedLeft } from "../../core/index.js";
import type { RaceRow } from "./race-methods.js";

/**
 * A race as a table: how many percentage points more what each method found errs than the best configuration, after a quarter,
 * half and all of the epochs; the median of all seeds, and the mean place at the end.
 *
 * @param rows - from `raceMethods`
 * @example
 * const [median, epochs] = [[0.2, 0.1, 0.05, 0.01], [30, 60, 90, 120]];
 * const race = [{ method: "random", epochs, regrets: [median], median, lower: median, upper: median, rank: 1 }];
 * formatRace(race).split("\n").at(-1); // "random  20.0       10.0       1.0         1.0"
 */
export function formatRace(rows: readonly RaceRow[]): string {
  const last = (rows[0]?.epochs.length ?? 1) - 1;
  const places = [0.25, 0.5, 1].map((share) => Math.max(0, Math.ceil(share * (last + 1)) - 1));
  const header = ["method", ...places.map((at) => `${rows[0]?.epochs[at] ?? 0} epochs`), "mean place"];
  const body = rows.map(({ method, median, rank }) => [
    method,
    ...places.map((at) => (100 * median[at]!).toFixed(1)),
    rank.toFixed(1),
  ]);
  return alignedLeft([header, ...body]).join("\n");
}
