import { palette } from "../palette.js";

/** An axis of the objective, and what lies so far beyond it that it is drawn at its end. */
export interface ValueScale {
  readonly axis: Record<string, unknown>;
  /** How many values lie beyond. */
  readonly beyond: number;
  isBeyond(value: number): boolean;
  /** Where a value is drawn: at the end of the axis, where it lies beyond. */
  placeOf(value: number): number;
  /** The same as a share of the axis, from 0. */
  shareOf(value: number): number;
}

/** Where what is worse lies so many times as far from the best as all before, these would be squeezed into one line. */
const leap = 8;
/** And so many times in logarithms, where they can be taken. */
const logLeap = 3;
/** This share of the values, the best of them, is always on the axis. */
const leastShare = 0.25;

/**
 * The axis of the objective: logarithmic where its values span more than a factor of 30 and are all above 0; 0 to 1 for none.
 * Where some diverged, it ends before them.
 */
export function valueScale(
  values: readonly number[],
  direction: "minimize" | "maximize" = "minimize",
): ValueScale {
  const sign = direction === "minimize" ? 1 : -1;
  const worst = worstShown(values, sign);
  const isBeyond = (value: number): boolean => sign * value > sign * worst;
  const shown = values.filter((value) => !isBeyond(value));
  const axis = valueAxis(shown);
  const range = axis.range as readonly [number, number];
  const end = direction === "minimize" ? range[1] : range[0];
  const isLog = axis.type === "log";
  const edge = isLog ? 10 ** end : end;
  const placeOf = (value: number): number => (isBeyond(value) ? edge : value);
  return {
    axis,
    beyond: values.length - shown.length,
    isBeyond,
    placeOf,
    shareOf: (value) =>
      ((isLog ? Math.log10(placeOf(value)) : placeOf(value)) - range[0]) / (range[1] - range[0]),
  };
}

function worstShown(values: readonly number[], sign: number): number {
  const sorted = [...values].sort((a, b) => sign * (a - b));
  const [best = 0] = sorted;
  const last = sorted.at(-1) ?? best;
  const canLog = Math.min(best, last) > 0;
  const from = Math.max(1, Math.ceil(leastShare * sorted.length) - 1);
  for (let i = from; i + 1 < sorted.length; i++) {
    const [here, next] = [sorted[i]!, sorted[i + 1]!];
    const isLeap = here !== best && Math.abs(next - best) >= leap * Math.abs(here - best);
    if (isLeap && (!canLog || Math.abs(Math.log(next / best)) >= logLeap * Math.abs(Math.log(here / best))))
      return here;
  }
  return sign * Number.POSITIVE_INFINITY;
}

function valueAxis(values: readonly number[]): Record<string, unknown> {
  const [first = 0] = values;
  const least = values.reduce((a, b) => Math.min(a, b), first);
  const most = values.reduce((a, b) => Math.max(a, b), values.length === 0 ? 1 : first);
  const isLog = least > 0 && most / least > 30;
  const style = {
    tickfont: { color: palette.faintInk },
    gridcolor: palette.line,
    zeroline: false,
    fixedrange: true,
  };
  if (isLog) {
    const pad = 0.05 * Math.log10(most / least);
    return {
      ...style,
      type: "log",
      dtick: Math.max(1, Math.ceil(Math.log10(most / least) / 6)),
      range: [Math.log10(least) - pad, Math.log10(most) + pad],
      exponentformat: "power",
    };
  }
  const pad = 0.06 * (most - least || Math.abs(most) || 1);
  return { ...style, range: [least - pad, most + pad], nticks: 6 };
}

/** An axis of whole numbers: of trials, of steps. */
export function countAxis(from: number, to: number): Record<string, unknown> {
  const pad = Math.max(0.4, 0.02 * (to - from));
  return {
    ...{ range: [from - pad, to + pad], ...(to - from <= 8 ? { tick0: 0, dtick: 1 } : { nticks: 8 }) },
    ...{ tickfont: { color: palette.faintInk }, showgrid: false, zeroline: false, fixedrange: true },
  };
}

/** What a subtitle says of the values beyond an axis; nothing for none. */
export function beyondText(beyond: number): string {
  if (beyond === 0) return "";
  return `; ${beyond === 1 ? "one far worse is a triangle" : `${beyond} far worse are triangles`} at the edge`;
}

/** A name under or beside an axis. */
export function axisName(text: string, side: "below" | "left"): Record<string, unknown> {
  const base = {
    ...{ xref: "paper", yref: "paper", align: "left", showarrow: false, text },
    font: { size: 12, color: palette.faintInk },
  };
  return side === "below"
    ? { ...base, x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -26 }
    : { ...base, x: 0, xanchor: "left", xshift: -6, y: 1, yanchor: "bottom", yshift: 4 };
}
