import type { Cell } from "./cells/cell.js";
import type { Display } from "./display.js";

const plotly = "application/vnd.plotly.v1+json";
const svg = "image/svg+xml";

/**
 * Figures that are drawn anew under an id. JupyterLab's plotly draws a figure once and lets every update pass, so one
 * moves as a drawing while its cell runs, and becomes interactive when the cell is over.
 */
export class MovingFigures {
  readonly #latest = new Map<string, { cell: Cell; display: Display }>();

  /** What to send now for what a cell shows. */
  take(cell: Cell, display: Display): Display[] {
    const { displayId, data, update } = display;
    if (displayId === undefined || !(plotly in data)) return [display];
    const drawing = data[svg];
    // Another kind of output in its place is what makes plotly draw anew.
    const inBetween = { ...display, data: asDrawing(data) };
    if (drawing === undefined) return update ? [inBetween, display] : [display];
    if (!cell.running) return [inBetween, { ...display, update: true }];
    this.#latest.set(displayId, { cell, display: { ...display, update: true } });
    return [inBetween];
  }

  /** The cell is over: its figures as they are to stay. */
  settle(cell: Cell): Display[] {
    const settled = [...this.#latest].filter(([, latest]) => latest.cell === cell);
    for (const [id] of settled) this.#latest.delete(id);
    return settled.map(([, { display }]) => display);
  }
}

/** Inline, not as an image, for that is there at once: the page does not jump. */
function asDrawing(data: Display["data"]): Display["data"] {
  return {
    ...(data[svg] !== undefined && { "text/html": data[svg] }),
    "text/plain": data["text/plain"] ?? "",
  };
}
