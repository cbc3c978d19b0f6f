import { palette } from "./palette.js";

/** Space around the axes, in pixels. */
export interface Margin {
  l: number;
  r: number;
  t: number;
  b: number;
}

/** Options of {@link baseLayout}, in pixels. */
export interface BaseLayoutOptions {
  title: string;
  /** Smaller, under the title; defaults to none. */
  subtitle?: string;
  margin: Margin;
  /** Defaults to 640. */
  width?: number;
  /** Defaults to 400. */
  height?: number;
  /** More texts; defaults to none. */
  annotations?: readonly Record<string, unknown>[];
}

/** Title and subtitle begin this far from the left. */
const left = 14;

/** What every figure has in common. The paper is white, in a dark theme too: ink on it stays readable. */
export function baseLayout({
  title,
  subtitle = "",
  margin,
  width = 640,
  height = 400,
  annotations = [],
}: BaseLayoutOptions): Record<string, unknown> {
  return {
    width,
    height,
    margin,
    paper_bgcolor: palette.paper,
    plot_bgcolor: palette.paper,
    font: { family: "Helvetica, Arial, sans-serif", size: 13, color: palette.ink },
    annotations: [
      line(`<b>${title}</b>`, { size: 16, color: palette.ink }, margin, 15),
      ...(subtitle === "" ? [] : [line(subtitle, { size: 12, color: palette.faintInk }, margin, 37)]),
      ...annotations,
    ],
    showlegend: false,
    hovermode: "closest",
  };
}

/** A line of text, `top` pixels below the upper edge; plotly's own title moves with the sizes of other texts. */
function line(
  text: string,
  font: Record<string, unknown>,
  margin: Margin,
  top: number,
): Record<string, unknown> {
  const place = { xref: "paper", x: 0, xanchor: "left", align: "left", xshift: left - margin.l };
  return {
    ...place,
    yref: "paper",
    y: 1,
    yanchor: "top",
    yshift: margin.t - top,
    text,
    font,
    showarrow: false,
  };
}
