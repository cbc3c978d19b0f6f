import { type Figure, type Interval, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { lineStyles } from "../line-styles.js";
import { palette } from "../palette.js";

/** A curve inside of the unit square. */
export interface SquareCurve {
  readonly name: string;
  /** From 0 to 1, rising. */
  readonly x: readonly number[];
  /** From 0 to 1. */
  readonly y: readonly number[];
  readonly area: Interval;
}

/** Options of {@link squareCurves}. */
export interface SquareCurvesOptions {
  title: string;
  subtitle: string;
  xTitle: string;
  yTitle: string;
  /** "vh" for steps that go up or down first. */
  shape: "linear" | "vh";
  /** What a model that knows nothing does: from (0, y) to (1, y). */
  guess: readonly [number, number];
}

const margin = { l: 64, r: 252, t: 92, b: 56 };
const [width, height] = [640, margin.t + (640 - margin.l - margin.r) + margin.b];

/** Curves in a square, their areas beside it. */
export function squareCurves(
  curves: readonly SquareCurve[],
  { title, subtitle, xTitle, yTitle, shape, guess }: SquareCurvesOptions,
): Pick<Figure, "data" | "layout"> {
  const lines = curves.map(({ name, x, y }, i) => ({
    type: "scatter",
    mode: "lines",
    name,
    ...thinned(x, y),
    line: { color: lineStyles[i]!.color, dash: lineStyles[i]!.dash, width: 2, shape },
    hovertemplate: "%{x:.1f} %, %{y:.1f} %",
  }));
  const guessing = {
    type: "scatter",
    mode: "lines",
    x: [0, 100],
    y: guess.map((share) => Number((100 * share).toFixed(3))),
    line: { color: palette.grey, width: 1, dash: "dot" },
    hoverinfo: "skip",
  };
  return {
    data: [guessing, ...lines],
    layout: {
      ...baseLayout({
        ...{ title, subtitle, margin, width, height },
        annotations: [...axisNames(xTitle, yTitle), ...labels(curves)],
      }),
      xaxis: axis,
      yaxis: axis,
    },
  };
}

/** Percent along a side of the square. */
export const axis: Readonly<Record<string, unknown>> = {
  range: [-1.5, 101.5],
  dtick: 20,
  ticksuffix: " %",
  tickfont: { color: palette.faintInk },
  gridcolor: palette.line,
  zeroline: false,
  fixedrange: true,
};

/** The names of the axes: below the one, above the other, so that both read from left to right. */
export function axisNames(x: string, y: string): Record<string, unknown>[] {
  const common = { xref: "paper", yref: "paper", showarrow: false };
  const font = { size: 12, color: palette.faintInk };
  return [
    { ...common, text: x, font, x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -26 },
    { ...common, text: y, font, x: 0, xanchor: "left", xshift: -46, y: 1, yanchor: "bottom", yshift: 6 },
  ];
}

/** In percent, without the points that nobody could see: closer than a fifth of a percent to the one before. */
function thinned(x: readonly number[], y: readonly number[]): { x: number[]; y: number[] } {
  const kept: { x: number[]; y: number[] } = { x: [], y: [] };
  let [lastX, lastY] = [Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < x.length; i++) {
    if (i < x.length - 1 && x[i]! - lastX < 0.002 && Math.abs(y[i]! - lastY) < 0.002) continue;
    [lastX, lastY] = [x[i]!, y[i]!];
    kept.x.push(Number((100 * lastX).toFixed(3)));
    kept.y.push(Number((100 * lastY).toFixed(3)));
  }
  return kept;
}

function labels(curves: readonly SquareCurve[]): Record<string, unknown>[] {
  return curves.map(({ name, area }, i) => ({
    ...{ xref: "paper", x: 1, xanchor: "left", xshift: 16, yref: "paper", y: 1, yanchor: "top" },
    ...{ yshift: -44 * i, align: "left", showarrow: false, font: { size: 12, color: lineStyles[i]!.color } },
    text: `<b>${name}</b><br>area ${areaText(area)}`,
  }));
}

/** An area and its interval, three decimals each. */
export function areaText({ estimate, low, high }: Interval): string {
  return `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/**
 * One curve, or several by name, as a list of both.
 *
 * @param isCurve - tells the one from the other
 * @throws UsageError for none, or more than can be told apart
 */
export function namedCurves<Curve extends { readonly positive: string }>(
  functionName: string,
  curves: Curve | Readonly<Record<string, Curve>>,
  isCurve: (value: object) => value is Curve,
): [name: string, curve: Curve][] {
  const named: [string, Curve][] = isCurve(curves) ? [[curves.positive, curves]] : Object.entries(curves);
  if (named.length > 0 && named.length <= lineStyles.length) return named;
  throw new UsageError({
    got: `${functionName} got ${named.length} curves.`,
    expected: `1 to ${lineStyles.length}: more cannot be told apart.`,
    fix: "compare those that matter, a few at a time.",
  });
}
