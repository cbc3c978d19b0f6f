import type { History, SplitScores } from "../../core/index.js";
import { formatMetric } from "./format-metric.js";

/** The last epoch in one line: loss and error of each split, and the speed. */
export function epochLine({ epochs }: History): string {
  const last = epochs.at(-1);
  if (last === undefined) return "no epoch has ended yet";
  const { train, trainVal, testVal } = last;
  const splits = Object.entries({ train, trainVal, testVal }).filter(
    (entry): entry is [string, SplitScores] => entry[1] !== undefined,
  );
  const texts = splits.map(
    ([name, { loss, error }]) =>
      `${name} loss ${formatMetric(loss, "loss")}, error ${formatMetric(error, "error")}`,
  );
  const speed = `${Math.round(last.samplesPerSecond).toLocaleString("en")} samples/s`;
  return [`epoch ${String(last.epoch).padStart(3)}`, ...texts, speed].join("  |  ");
}
