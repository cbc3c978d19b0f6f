import { formatPercent, type Interval } from "../../core/index.js";
import type { ParameterSensitivity, Sensitivity } from "./sensitivity.js";

/**
 * The sensitivity table as text: one line for each hyperparameter, most important first, and what to beware of below.
 *
 * @param sensitivity - from {@link sensitivity}
 */
export function formatSensitivity({ parameters, trials, cut, explained }: Sensitivity): string {
  const head = [
    "hyperparameter",
    "matters",
    "total share",
    "by itself",
    "better",
    "together with",
    "trials needed",
  ];
  const lines = [head, ...parameters.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const table = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
  const notes = [
    `${trials} trials; the surrogate explains ${formatPercent(explained)} % of their variance.`,
    ...(cut > 0
      ? [`${cut} of them failed or came out far beyond the others, and count as just beyond.`]
      : []),
  ];
  return [...table, ...notes].join("\n");
}

function cells(row: ParameterSensitivity): string[] {
  const { name, verdict, total, firstOrder, better, bestValue, partner, trialsNeeded } = row;
  const none = verdict === "none";
  return [
    name,
    none ? "no evidence" : verdict,
    range(total),
    range(firstOrder),
    none ? "" : direction(better, bestValue),
    partner === undefined ? "" : `${partner.name} ${range(partner.share)}`,
    String(trialsNeeded),
  ];
}

function direction(
  better: ParameterSensitivity["better"],
  bestValue: ParameterSensitivity["bestValue"],
): string {
  const value = typeof bestValue === "number" ? Number(bestValue.toPrecision(2)) : bestValue;
  if (better === "higher" || better === "lower") return better;
  return better === "ends" ? "at both ends" : better === "between" ? `near ${value}` : String(value);
}

function range({ estimate, low, high }: Interval): string {
  const percent = (share: number): string => String(Math.round(100 * share));
  return `${percent(estimate)} % (${percent(low)} to ${percent(high)})`;
}
