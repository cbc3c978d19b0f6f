import { formatPercent } from "../../core/index.js";
import { type ErrorByTrainSize, errorByTrainSizeRows, type SizedError } from "./error-by-train-size-rows.js";

const count = (value: number): string => value.toLocaleString("en");

/** What the largest size promises, beside the largest that was tried. */
export function errorByTrainSizeReading(curve: ErrorByTrainSize): string {
  const { measured, foretold } = errorByTrainSizeRows(curve);
  const scale = Math.max(...measured.map(({ high }) => high));
  const number = (rate: number) => formatPercent(rate, scale);
  const [most, end] = [measured.at(-1)!, foretold.at(-1)!];
  const head = `With ${count(most.trainSize)} training samples the error is ${number(most.estimate)} %`;
  const promise = `with ${count(end.trainSize)} it would be ${number(end.estimate)} % (${rangeText(end, scale)})`;
  const gained = end.high < most.low ? "" : ", which may be no gain at all";
  const { floorInterval: floor } = curve;
  const below =
    floor === undefined
      ? ""
      : `; more data alone would not get below ${number(floor.estimate)} % (${rangeText(floor, scale)})`;
  return `${head}; ${promise}${gained}${below}.`;
}

/** One line a size: a bar as long as the error, shaded where it is foretold. */
export function errorByTrainSizeDrawing(curve: ErrorByTrainSize): string {
  const { measured, foretold } = errorByTrainSizeRows(curve);
  const beyond = foretold.filter(({ trainSize }) => trainSize > measured.at(-1)!.trainSize);
  const all: readonly SizedError[] = [...measured, ...beyond];
  const most = Math.max(...all.map(({ estimate }) => estimate));
  const width = Math.max(...all.map(({ trainSize }) => count(trainSize).length));
  return all
    .map(({ trainSize, estimate, low, high }, i) => {
      const bar = (i < measured.length ? "█" : "░").repeat(Math.max(1, Math.round((30 * estimate) / most)));
      return `${count(trainSize).padStart(width)}  ${bar.padEnd(32)}${formatPercent(estimate, most)} %  (${rangeText({ low, high }, most)})`;
    })
    .join("\n");
}

/** "2.0 to 4.1". */
export function rangeText({ low, high }: { low: number; high: number }, scale: number): string {
  return `${formatPercent(Math.max(0, low), scale)} to ${formatPercent(high, scale)}`;
}
