import { expect, test } from "vitest";
import { Cell } from "../../lib/kernel/cells/cell.js";
import { MovingFigures } from "../../lib/kernel/moving-figures.js";
import type { Message } from "../../lib/kernel/protocol/message.js";

const plotly = "application/vnd.plotly.v1+json";
const figure = (n: number) => ({
  [plotly]: { data: [n] },
  "image/svg+xml": `<svg>${n}</svg>`,
  "text/plain": `${n}`,
});
const drawing = (n: number) => ({ "text/html": `<svg>${n}</svg>`, "text/plain": `${n}` });

function makeCell(): Cell {
  return new Cell({ request: { content: {} } as Message, number: 1 });
}

test("a figure under an id moves as a drawing while its cell runs, and is interactive when the cell is over", () => {
  const figures = new MovingFigures();
  const cell = makeCell();
  const first = { data: figure(1), displayId: "a", update: false };
  expect(figures.take(cell, first)).toEqual([{ ...first, data: drawing(1) }]);
  expect(figures.take(cell, { ...first, data: figure(2), update: true })).toEqual([
    { data: drawing(2), displayId: "a", update: true },
  ]);
  expect(figures.settle(makeCell())).toEqual([]);
  expect(figures.settle(cell)).toEqual([{ data: figure(2), displayId: "a", update: true }]);
  expect(figures.settle(cell)).toEqual([]);
});

test("a figure that moves when its cell is over is drawn anew at once", () => {
  const cell = makeCell();
  cell.finish();
  const update = { data: figure(3), displayId: "a", update: true };
  expect(new MovingFigures().take(cell, update)).toEqual([{ ...update, data: drawing(3) }, update]);
});

test("a figure without a drawing is taken away for a moment, so that plotly draws it anew", () => {
  const figures = new MovingFigures();
  const first = { data: { [plotly]: {} }, displayId: "a" };
  expect(figures.take(makeCell(), first)).toEqual([first]);
  const update = { ...first, update: true };
  expect(figures.take(makeCell(), update)).toEqual([{ ...update, data: { "text/plain": "" } }, update]);
});

test("what has no id, or is no figure, is shown as it is", () => {
  const figures = new MovingFigures();
  for (const display of [{ data: figure(1) }, { data: { "text/plain": "1" }, displayId: "a", update: true }])
    expect(figures.take(makeCell(), display)).toEqual([display]);
});
