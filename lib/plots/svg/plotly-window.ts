import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { UsageError } from "../../core/index.js";
import { textSize } from "./text-size.js";

/** The little of plotly.js that is used here. */
export interface Plotly {
  newPlot(element: unknown, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  toImage(element: unknown, options: { format: "svg"; width: number; height: number }): Promise<string>;
  purge(element: unknown): void;
}

/** A browser's window without a browser, with plotly.js in it. */
export interface PlotlyWindow {
  readonly document: { createElement(tag: "div"): unknown };
  readonly Plotly: Plotly;
  /** Makes the identifiers inside the next drawing follow from `seed`. */
  reseed(seed: number): void;
}

let opened: Promise<PlotlyWindow> | undefined;

/**
 * The window that all drawings of this process share: opening it takes about a second, drawing in it a tenth.
 *
 * @throws UsageError where jsdom or plotly.js-dist-min is not installed
 */
export function plotlyWindow(): Promise<PlotlyWindow> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<PlotlyWindow> {
  const { JSDOM, VirtualConsole } = await import("jsdom").catch((error) => missing("jsdom", error));
  // Its own console: jsdom would report each canvas that plotly.js looks for and does without.
  const dom = new JSDOM("", { runScripts: "outside-only", virtualConsole: new VirtualConsole() });
  const window = dom.window as unknown as PlotlyWindow & Record<string, unknown> & typeof globalThis;
  const random = { state: 1 };
  Object.assign(window, {
    TextDecoder,
    TextEncoder,
    matchMedia: () => ({ matches: false, addListener() {} }),
  });
  Object.assign(window.URL, { createObjectURL: () => "" });
  Object.assign(window.Math, { random: () => nextRandom(random) });
  Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => null });
  measureText(window);
  window.eval(source());
  const reseed = (seed: number) => {
    random.state = seed;
  };
  return Object.assign(window, { reseed });
}

function source(): string {
  const require = createRequire(import.meta.url);
  try {
    return readFileSync(require.resolve("plotly.js-dist-min"), "utf8");
  } catch (error) {
    return missing("plotly.js-dist-min", error);
  }
}

function missing(name: string, error: unknown): never {
  if (!String((error as { code?: string }).code).endsWith("MODULE_NOT_FOUND")) throw error;
  throw new UsageError({
    got: `drawing needs the package ${name}, which is not installed.`,
    expected: "jsdom and plotly.js-dist-min.",
    fix: "npm install jsdom plotly.js-dist-min.",
  });
}

/** plotly.js draws the identifiers of clip paths at random; the same figure shall give the same file. */
function nextRandom(random: { state: number }): number {
  random.state = (Math.imul(random.state, 1664525) + 1013904223) | 0;
  return (random.state >>> 0) / 4294967296;
}

/** How much of a text is left of its anchor. */
const anchors: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

/** jsdom lays nothing out, so it knows no sizes; plotly.js asks for those of texts. */
function measureText(window: typeof globalThis): void {
  const measured = function (this: SVGElement) {
    const { width, height, ascent } = textSize(this);
    const text = this.matches("text") ? this : (this.querySelector("text") ?? this);
    const left =
      Number(text.getAttribute("x") ?? 0) - width * (anchors[text.getAttribute("text-anchor") ?? ""] ?? 0);
    const top = Number(text.getAttribute("y") ?? 0) - ascent;
    return { x: left, y: top, left, top, right: left + width, bottom: top + height, width, height };
  };
  Object.assign(window.SVGElement.prototype, {
    getBBox: measured,
    getBoundingClientRect: measured,
    getComputedTextLength(this: SVGElement) {
      return textSize(this).width;
    },
  });
}
