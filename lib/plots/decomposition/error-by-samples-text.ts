import { formatPercent } from "../../core/index.js";
import { type ErrorBySamples, errorBySamplesRows, type SizedError } from "./error-by-samples-rows.js";

const count = (value: number): string => value.toLocaleString("en");

/** What the largest size promises, beside the largest that was tried. */
export function errorBySamplesReading(curve: ErrorBySamples): string {
  const { measured, forecast } = errorBySamplesRows(curve);
  const scale = Math.max(...measured.map(({ high }) => high));
  const [most, end] = [measured.at(-1)!, forecast.at(-1)];
  const head = `With ${count(most.samples)} training samples the error is ${formatPercent(most.estimate, scale)} %`;
  if (end === undefined) return `${head}; nothing is foretold.`;
  const foretold = `with ${count(end.samples)} it would be ${formatPercent(end.estimate, scale)} % (${rangeText(end, scale)})`;
  const gained = end.high < most.low ? "" : ", which may be no gain at all";
  const { floor } = curve;
  const below =
    floor === undefined
      ? ""
      : `; more data alone would not get below ${formatPercent(floor.estimate, scale)} % (${rangeText(floor, scale)})`;
  return `${head}; ${foretold}${gained}${below}.`;
}

/** One line a size: a bar as long as the error, shaded where it is foretold. */
export function errorBySamplesDrawing(all: readonly SizedError[], measured: number): string {
  const most = Math.max(...all.map(({ estimate }) => estimate));
  const width = Math.max(...all.map(({ samples }) => count(samples).length));
  return all
    .map(({ samples, estimate, low, high }, i) => {
      const bar = (i < measured ? "█" : "░").repeat(Math.max(1, Math.round((30 * estimate) / most)));
      return `${count(samples).padStart(width)}  ${bar.padEnd(32)}${formatPercent(estimate, most)} %  (${rangeText({ low, high }, most)})`;
    })
    .join("\n");
}

/** "2.0 to 4.1". */
export function rangeText({ low, high }: { low: number; high: number }, scale: number): string {
  return `${formatPercent(Math.max(0, low), scale)} to ${formatPercent(high, scale)}`;
}
