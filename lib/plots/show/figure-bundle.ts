import type { Figure } from "../../core/index.js";

/**
 * A figure in the forms that front ends know: interactive in JupyterLab, as SVG in a saved page, and as its reading.
 *
 * @param svg - left out where it is not drawn (yet)
 */
export function figureBundle({ data, layout, reading }: Figure, svg?: string): Record<string, unknown> {
  return {
    "application/vnd.plotly.v1+json": { data, layout, config: { displaylogo: false, responsive: false } },
    ...(svg === undefined ? {} : { "image/svg+xml": svg }),
    "text/plain": reading,
  };
}
