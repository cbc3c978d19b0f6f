import type { Figure } from "../../core/index.js";
import { plotlyWindow } from "./plotly-window.js";
import { tidySvg } from "./tidy-svg.js";

/** Options for {@link figureToSvg}. */
export interface FigureToSvgOptions {
  /** In pixels; defaults to the figure's own, or 640. */
  width?: number;
  /** In pixels; defaults to the figure's own, or 400. */
  height?: number;
}

/**
 * Draws a figure as SVG, by plotly.js itself and without a browser. The same figure gives the same text.
 *
 * @throws UsageError where `jsdom` or `plotly.js-dist-min` is not installed
 */
export async function figureToSvg(figure: Figure, options: FigureToSvgOptions = {}): Promise<string> {
  const { width = Number(figure.layout.width ?? 640), height = Number(figure.layout.height ?? 400) } =
    options;
  const window = await plotlyWindow();
  const element = window.document.createElement("div");
  // plotly.js writes its defaults into what it is given: a copy keeps the figure as it was.
  const { data, layout } = JSON.parse(JSON.stringify({ data: figure.data, layout: figure.layout }));
  window.reseed(hash(JSON.stringify([data, layout])));
  try {
    await window.Plotly.newPlot(
      element,
      data,
      { ...withAllLabels(layout), width, height },
      { staticPlot: true },
    );
    const url = await window.Plotly.toImage(element, { format: "svg", width, height });
    return tidySvg(decodeURIComponent(url.slice(url.indexOf(",") + 1)), figure.reading);
  } finally {
    window.Plotly.purge(element);
  }
}

/** plotly.js hides tick labels that seem to leave the picture; it cannot see where they are, as nothing is laid out here. */
function withAllLabels(layout: Record<string, object>): Record<string, object> {
  const axes = new Set(["xaxis", "yaxis", ...Object.keys(layout).filter((key) => /^[xy]axis\d+$/.test(key))]);
  const shown = [...axes].map((axis) => [axis, { ticklabeloverflow: "allow", ...layout[axis] }]);
  return { ...layout, ...Object.fromEntries(shown) };
}

/** Identifiers that differ from figure to figure: a page may hold several, and a clip path of one must not cut another. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
