import { shortValue, UsageError } from "../../core/index.js";
import { palette } from "../palette.js";
import type { DrawnTrial } from "./drawn-study.js";
import { fittedText } from "./fitted-text.js";

/** How one hyperparameter is laid out: its values as places, even in logarithms where it has them. */
export interface ParameterAxis {
  readonly name: string;
  /** Where a value lies: a number itself, its logarithm, or the place of a choice. */
  placeOf(value: unknown): number;
  readonly isChoice: boolean;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly place: number; readonly text: string }[];
}

/** The axis of a hyperparameter, from the distributions that the trials drew it from. @throws UsageError for an unknown name */
export function parameterAxis(
  name: string,
  trials: readonly DrawnTrial[],
  functionName: string,
): ParameterAxis {
  const known = trials.filter(({ distributions }) => name in distributions);
  const last = known.at(-1)?.distributions[name] as
    | { type: string; low: number; high: number; log: boolean; choices: readonly unknown[] }
    | undefined;
  if (last === undefined)
    throw new UsageError({
      got: `${functionName} got the hyperparameter "${name}", which no trial has.`,
      expected: `one of ${[...new Set(trials.flatMap(({ distributions }) => Object.keys(distributions)))].join(", ")}.`,
      fix: "write the name as the space declares it.",
    });
  if (last.type === "choice") {
    const choices = [...last.choices];
    const ticks = choices.map((choice, place) => ({ place, text: shortValue(choice) }));
    const placeOf = (value: unknown): number => choices.indexOf(value);
    return { name, isChoice: true, placeOf, from: -0.5, to: choices.length - 0.5, ticks };
  }
  const { low, high, log } = last;
  const placeOf = (value: unknown): number => (log ? Math.log10(value as number) : (value as number));
  const [from, to] = [placeOf(low), placeOf(high)];
  const values = log ? logTicks(low, high) : evenTicks(low, high);
  return {
    name,
    isChoice: false,
    placeOf,
    from,
    to,
    ticks: values.map((value) => ({
      place: placeOf(value),
      text: log ? powerText(value) : shortValue(value),
    })),
  };
}

const tickSize = 12;

/** A hyperparameter's axis as plotly's. @param room - in pixels, for each choice's name; defaults to as much as it needs */
export function plotlyAxis(
  { from, to, ticks, isChoice }: ParameterAxis,
  room: number = Number.POSITIVE_INFINITY,
): Record<string, unknown> {
  const pad = 0.03 * (to - from);
  return {
    ...{ range: [from - pad, to + pad], tickmode: "array", zeroline: false, fixedrange: true },
    tickvals: ticks.map(({ place }) => place),
    ticktext: ticks.map(({ text }) => (isChoice ? fittedText(text, room, tickSize) : text)),
    ...{ tickfont: { size: tickSize, color: palette.faintInk }, tickangle: 0, gridcolor: palette.line },
  };
}

/** A value as a search's program has it, but short: 0.001, 1e-5. */
function powerText(value: number): string {
  const power = Math.log10(value);
  return Number.isInteger(power) && Math.abs(power) > 3 ? `1e${power}` : shortValue(value);
}

function logTicks(low: number, high: number): number[] {
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.max(1, Math.ceil((to - from) / 4));
  const powers: number[] = [];
  for (let power = from; power <= to; power += every) powers.push(Number(`1e${power}`));
  return powers.length > 1 ? powers : [low, high];
}

function evenTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const values: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + 1e-9 * step; value += step)
    values.push(Number(value.toPrecision(12)));
  return values;
}
