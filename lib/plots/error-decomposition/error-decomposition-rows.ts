import { type ErrorDecomposition, type ErrorTermName, errorTermLabels } from "../../core/index.js";

/** What a bar of the waterfall stands for. */
export type BarKind = "given" | "dominant" | "above" | "chance" | "below" | "total";

/** One bar of the waterfall, from `start` to `end`, and the range that its end may be in; all are rates. */
export interface ErrorDecompositionRow {
  readonly label: string;
  readonly kind: BarKind;
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  /** No counts stand behind it: there is no interval to draw. */
  readonly exact: boolean;
}

/**
 * The bars of the waterfall: each term begins where the one before it ended, and the last bar is their sum, the test
 * error.
 */
export function errorDecompositionRows(result: ErrorDecomposition): ErrorDecompositionRow[] {
  let level = 0;
  const rows: ErrorDecompositionRow[] = result.terms.map(({ name, estimate, low, high, exact }) => {
    const start = level;
    level += estimate;
    const kind = kindOf(result, name, { estimate, low, high, exact });
    const ends = { start, end: level, low: start + low, high: start + high };
    return { label: capital(errorTermLabels[name]), kind, ...ends, estimate, exact };
  });
  const { low, high, samples } = result.rungs.at(-1)!;
  const total = { start: 0, end: level, low, high, estimate: level, exact: samples === undefined };
  return [...rows, { label: "Test error", kind: "total", ...total }];
}

function kindOf(
  { dominant }: ErrorDecomposition,
  name: ErrorTermName,
  { estimate, low, high, exact }: { estimate: number; low: number; high: number; exact: boolean },
): BarKind {
  if (name === "irreducible") return "given";
  if (name === dominant) return "dominant";
  if (!exact && low <= 0 && high >= 0) return "chance";
  return estimate < 0 ? "below" : "above";
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
