import { type Figure, type Interval, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { fittedText } from "./fitted-text.js";

/** What `sensitivity(study)` gives. */
export interface DrawnSensitivity {
  readonly parameters: readonly {
    readonly name: string;
    readonly firstOrder: Interval;
    readonly total: Interval;
    readonly verdict: "high" | "medium" | "low" | "none";
  }[];
  readonly trials: number;
}

/** For a name, in pixels. */
const mostRoom = 240;

/**
 * How much each hyperparameter matters, as bars with intervals: its total share of the objective's variance, and what it does by
 * itself.
 *
 * @param sensitivity - from `sensitivity(study)`
 * @returns a figure 640 pixels wide; its reading names what matters and what does not
 * @throws UsageError for no hyperparameter
 */
export function plotSensitivity({ parameters, trials }: DrawnSensitivity): Figure {
  if (parameters.length === 0)
    throw new UsageError({
      got: "plotSensitivity got no hyperparameter.",
      expected: "the result of sensitivity(study), with one at least.",
      fix: "search a hyperparameter that has more than one value.",
    });
  const colour = (verdict: string): string => (verdict === "none" ? palette.paleGrey : palette.blue);
  const percent = (share: number): number => Number((100 * share).toFixed(2));
  const rows = parameters.map((_, i) => parameters.length - 1 - i);
  const labels = parameters.map(({ name }) => fittedText(name, mostRoom, 13));
  const left = 32 + Math.max(...labels.map((name) => textRoom(name, 13)));
  const label = (verdict: string): string => (verdict === "none" ? "no evidence" : verdict);
  const matter = parameters.filter(({ verdict }) => verdict !== "none");
  const idle = parameters.filter(({ verdict }) => verdict === "none");
  return {
    data: [
      {
        ...{ type: "bar", orientation: "h", width: 0.55, y: rows },
        x: parameters.map(({ total }) => percent(total.estimate)),
        marker: { color: parameters.map(({ verdict }) => colour(verdict)) },
        error_x: {
          ...{ type: "data", symmetric: false, color: palette.ink, thickness: 1.2, width: 4 },
          array: parameters.map(({ total }) => percent(total.high - total.estimate)),
          arrayminus: parameters.map(({ total }) => percent(total.estimate - total.low)),
        },
        hovertemplate: "%{x:.1f} % in all<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers", y: rows, cliponaxis: false },
        x: parameters.map(({ firstOrder }) => percent(firstOrder.estimate)),
        marker: {
          symbol: "diamond",
          size: 9,
          color: palette.paper,
          line: { color: palette.ink, width: 1.5 },
        },
        hovertemplate: "%{x:.1f} % by itself<extra></extra>",
      },
    ],
    layout: {
      ...baseLayout({
        title: "Which hyperparameters matter",
        subtitle:
          "Share of the objective's variance: the bar in all, with its interval; the diamond by itself",
        margin: { l: Math.ceil(left), r: 96, t: 72, b: 44 },
        height: 130 + 44 * parameters.length,
        annotations: parameters.map(({ verdict }, i) => ({
          ...{
            xref: "paper",
            x: 1,
            xanchor: "left",
            align: "left",
            xshift: 8,
            y: rows[i],
            text: label(verdict),
            showarrow: false,
          },
          font: { size: 12, color: verdict === "none" ? palette.faintInk : palette.ink },
        })),
      }),
      xaxis: {
        range: [0, 102],
        ticksuffix: " %",
        nticks: 6,
        tickfont: { color: palette.faintInk },
        gridcolor: palette.line,
        zeroline: false,
        fixedrange: true,
      },
      yaxis: {
        range: [-0.6, parameters.length - 0.4],
        tickmode: "array",
        tickvals: rows,
        ticktext: labels,
        ...{ ticks: "outside", ticklen: 8, tickcolor: palette.paper },
        showgrid: false,
        zeroline: false,
        fixedrange: true,
      },
    },
    reading: readingOf(matter, idle, trials),
  };
}

type Drawn = DrawnSensitivity["parameters"];

function readingOf(matter: Drawn, idle: Drawn, trials: number): string {
  const whole = (share: number): string => (100 * share).toFixed(0);
  const shares = matter.map(
    ({ name, total }) => `${name} ${whole(total.estimate)} % (${whole(total.low)} to ${whole(total.high)})`,
  );
  const head =
    matter.length === 0 ? "No hyperparameter is shown to matter" : `${shares.join(", ")} of the variance`;
  const rest =
    idle.length > 0 && matter.length > 0
      ? `; no evidence for ${idle.map(({ name }) => name).join(", ")}`
      : "";
  return `${head}${rest}, by ${trials} trials.`;
}
