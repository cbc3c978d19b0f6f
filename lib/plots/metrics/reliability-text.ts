import { type Calibration, formatPercent } from "../../core/index.js";

/** Whether the model can be taken at its word; if not, which way it errs and by how much. */
export function reliabilityReading({ rows, error, byChance, samples, positive }: Calibration): string {
  const [least, most] = [byChance.mean, byChance.high].map((rate) => formatPercent(rate));
  const size = `The calibration error is ${formatPercent(error.estimate)} points`;
  if (error.estimate <= byChance.high)
    return `${size}, which chance explains: a model that can be taken at its word shows ${least} on average, and up to ${most}, on ${samples.toLocaleString("en")} samples.`;
  const mean = (value: (row: Calibration["rows"][0]) => number): number =>
    rows.reduce((sum, row) => sum + value(row) * row.samples, 0) / samples;
  const [said, came] = [mean((row) => row.probability), mean((row) => row.frequency.estimate)];
  const way =
    positive === undefined
      ? `the model is ${said > came ? "over" : "under"}confident, for it says ${formatPercent(said)} % on average and is right in ${formatPercent(came)} %`
      : `${positive} is said with ${formatPercent(said)} % on average and comes true in ${formatPercent(came)} %`;
  return `${size} (${formatPercent(error.low)} to ${formatPercent(error.high)}), above the ${most} that chance explains: ${way}.`;
}

/** A line for each bin: what was said, what came true, and how often it was said. */
export function reliabilityDrawing({ rows }: Calibration): string {
  const lines = rows.map(({ probability, frequency, samples }) => [
    `said ${formatPercent(probability)} %`,
    `came true ${formatPercent(frequency.estimate)} %`,
    `(${formatPercent(frequency.low)} to ${formatPercent(frequency.high)})`,
    `${samples.toLocaleString("en")} samples`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) => line.map((text, column) => text.padStart(widths[column]!)).join("  "))
    .join("\n");
}
