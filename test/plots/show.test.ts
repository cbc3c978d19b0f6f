import { afterEach, describe, expect, test, vi } from "vitest";
import { figureToHtml, figureToSvg, plotErrorDecomposition, show } from "../../lib/plots/index.js";
import { mixed } from "../support/error-decompositions.js";

const hook = Symbol.for("deep-pessimist.display");
const registry = globalThis as unknown as Record<symbol, unknown>;
const figure = plotErrorDecomposition(mixed);

afterEach(() => {
  delete registry[hook];
  vi.restoreAllMocks();
});

describe("show(figure)", () => {
  test("sends a notebook one bundle of plotly JSON, SVG and the reading, and the reading as a paragraph under it", async () => {
    const shown: { data: Record<string, unknown> }[] = [];
    registry[hook] = (bundle: { data: Record<string, unknown> }) => shown.push(bundle);
    await show(figure);
    expect(shown).toHaveLength(2);
    const [{ data }, under] = shown as [{ data: Record<string, unknown> }, { data: Record<string, unknown> }];
    expect(Object.keys(data)).toEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
    expect(data["application/vnd.plotly.v1+json"]).toMatchObject({
      data: figure.data,
      layout: figure.layout,
    });
    expect(data["image/svg+xml"]).toMatch(/^<svg /);
    expect(data["text/plain"]).toBe(figure.reading);
    expect(under.data["text/plain"]).toBe(figure.reading);
    expect(String(under.data["text/markdown"]).replaceAll("\\", "")).toBe(figure.reading);
  });

  test("prints a drawing in characters and the reading in a terminal", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    await show(figure);
    expect(printed.mock.calls).toEqual([[`${figure.drawing}\n\n${figure.reading}`]]);
  });
});

describe("figureToSvg(figure)", () => {
  test("gives the same text for the same figure, and leaves the figure as it was", async () => {
    const before = structuredClone(figure);
    expect(await figureToSvg(figure)).toBe(await figureToSvg(figure));
    expect(figure).toEqual(before);
  });

  test("rounds coordinates to two decimals and shows every tick's label", async () => {
    const svg = await figureToSvg(figure);
    expect(svg.match(/(?: d| x| y|transform)="[^"]*\d\.\d{3}/g)).toBeNull();
    for (const label of ["0 %", "10 %", "20 %", "Irreducible error", "Test error"])
      expect(svg).toContain(`>${label}<`);
  });

  test("carries the reading for screen readers, with nothing left of quotes or brackets to break it", async () => {
    const svg = await figureToSvg({ ...figure, reading: 'a < b & "c"' });
    expect(svg).toContain('role="img" aria-label="a &lt; b &amp; &quot;c&quot;"');
  });

  test("names clip paths so that two figures can stand in one page", async () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const ids = idsOf(await figureToSvg(figure));
    const others = idsOf(await figureToSvg({ ...figure, layout: { ...figure.layout, height: 500 } }));
    expect(ids.length).toBeGreaterThan(0);
    expect(others.filter((id) => ids.includes(id))).toEqual([]);
  });
});

test("figureToHtml(figure, title) is a page with picture and reading that loads nothing", async () => {
  const page = await figureToHtml(figure, "Errors & terms");
  expect(page).toContain("<title>Errors &amp; terms</title>");
  expect(page).toContain(`<figcaption>${figure.reading}</figcaption>`);
  expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/https?:|<script|<link/);
});
