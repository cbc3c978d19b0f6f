import { palette } from "../palette.js";

/** The axis of the objective: logarithmic where its values span more than a factor of 30 and are all above 0; 0 to 1 for none. */
export function valueAxis(values: readonly number[]): Record<string, unknown> {
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
      dtick: 1,
      range: [Math.log10(least) - pad, Math.log10(most) + pad],
      exponentformat: "power",
    };
  }
  const pad = 0.06 * (most - least || 1);
  return { ...style, range: [least - pad, most + pad], nticks: 6 };
}

/** A name under or beside an axis. */
export function axisName(text: string, side: "below" | "left"): Record<string, unknown> {
  const base = {
    xref: "paper",
    yref: "paper",
    showarrow: false,
    text,
    font: { size: 12, color: palette.faintInk },
  };
  return side === "below"
    ? { ...base, x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -26 }
    : { ...base, x: 0, xanchor: "left", xshift: -6, y: 1, yanchor: "bottom", yshift: 4 };
}
