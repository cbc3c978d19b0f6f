import { type Figure, formatPercent, type Trace } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { escapeXml } from "../svg/tidy-svg.js";
import type { SharePanel } from "./share-panel.js";

/** One for each split, in their order; the bars of a group stand in the same order. */
const colours = [
  ...[palette.blue, palette.vermillion, palette.green, palette.purple],
  ...[palette.grey, palette.ink],
];

const width = 640;
const margin = { l: 14, r: 14, t: 72, b: 12 };

/** In pixels: between panels, above each for its name, between groups, and a bar. */
const [gap, heading, between, bar] = [26, 24, 7, 13];

/** Bars of shares in panels, two beside each other. */
export function panelsFigure(
  panels: readonly SharePanel[],
  title: string,
): Pick<Figure, "data" | "layout" | "drawing"> {
  const columns = Math.min(2, panels.length);
  const heights = panels.map(panelHeight);
  const lines = Array.from({ length: Math.ceil(panels.length / columns) }, (_, line) =>
    Math.max(...heights.slice(line * columns, (line + 1) * columns)),
  );
  const inner = lines.reduce((sum, height) => sum + height + gap, -gap);
  const room = width - margin.l - margin.r;
  const panelWidth = (room - gap * (columns - 1)) / columns;
  const axes: Record<string, unknown> = {};
  const annotations: Record<string, unknown>[] = [];
  const data: Trace[] = [];
  for (const [i, panel] of panels.entries()) {
    const line = Math.floor(i / columns);
    const top = lines.slice(0, line).reduce((sum, height) => sum + height + gap, 0);
    const left = (i % columns) * (panelWidth + gap);
    const labels = 14 + 6.2 * Math.max(...panel.groups.map(({ length }) => length));
    const number = i === 0 ? "" : String(i + 1);
    axes[`xaxis${number}`] = {
      ...{ domain: [(left + Math.min(labels, 0.6 * panelWidth)) / room, (left + panelWidth) / room] },
      ...{ anchor: `y${number}`, range: [0, 1.3 * greatestShare(panel)], visible: false, fixedrange: true },
    };
    axes[`yaxis${number}`] = {
      domain: [1 - (top + heights[i]!) / inner, 1 - (top + heading) / inner],
      ...{
        anchor: `x${number}`,
        type: "category",
        autorange: "reversed",
        showgrid: false,
        ticks: "",
        ticklabelstandoff: 6,
      },
      ...{ tickfont: { size: 11 }, fixedrange: true },
    };
    annotations.push({
      ...{
        xref: "paper",
        x: left / room,
        xanchor: "left",
        yref: "paper",
        y: 1 - top / inner,
        yanchor: "top",
      },
      ...{
        text: `<b>${escapeXml(panel.name)}</b>`,
        font: { size: 12, color: palette.ink },
        showarrow: false,
      },
    });
    data.push(...bars(panel, number));
  }
  const height = margin.t + inner + margin.b;
  const names = panels[0]!.splits.map(({ name, samples }) => ({ name, samples }));
  const subtitle = `Share of the images of ${names.map(legend).join("  ")}`;
  return {
    data,
    layout: {
      ...baseLayout({ title, subtitle, margin, width, height, annotations }),
      ...{ ...axes, barmode: "group", bargap: between / (between + bar * names.length) },
    },
    drawing: panels.map(panelText).join("\n\n"),
  };
}

function panelHeight({ groups, splits }: SharePanel): number {
  return heading + groups.length * (between + bar * splits.length);
}

function greatestShare({ splits }: SharePanel): number {
  return Math.max(...splits.flatMap(({ counts, samples }) => counts.map((count) => count / samples)));
}

function bars({ groups, splits }: SharePanel, number: string): Trace[] {
  return splits.map(({ counts, samples }, k) => ({
    ...{ type: "bar", orientation: "h", xaxis: `x${number}`, yaxis: `y${number}` },
    y: groups,
    x: counts.map((count) => count / samples),
    marker: { color: colours[k % colours.length] },
    text: counts.map((count) => `${formatPercent(count / samples)} %`),
    ...{ textposition: "outside", textfont: { size: 10, color: palette.faintInk }, cliponaxis: false },
    hoverinfo: "y+text",
  }));
}

function legend({ name, samples }: { name: string; samples: number }, k: number): string {
  const colour = colours[k % colours.length];
  return `<span style="color:${colour}">■ ${escapeXml(name)}</span> (${samples.toLocaleString("en")})`;
}

function panelText({ name, groups, splits }: SharePanel): string {
  const widest = Math.max(name.length, ...groups.map(({ length }) => length));
  const lines = groups.map((group, k) =>
    splits
      .map(({ counts, samples }) => `${formatPercent(counts[k]! / samples)} %`.padStart(10))
      .reduce((line, cell) => line + cell, group.padEnd(widest)),
  );
  const head = splits.reduce((line, split) => line + split.name.padStart(10), name.padEnd(widest));
  return [head, ...lines].join("\n");
}
