import { formatPercent, type Interval, tableForms } from "../../core/index.js";
import { alignedLeft } from "./aligned-left.js";
import type { ParameterSensitivity, Sensitivity } from "./sensitivity-table.js";

const head = [
  "hyperparameter",
  "matters",
  "total share",
  "by itself",
  "better",
  "together with",
  "trials needed",
];

/**
 * The sensitivity table as text: one line for each hyperparameter, most important first, and what to beware of below.
 *
 * @param sensitivity - what `sensitivity(study)` gives
 */
export function formatSensitivity(sensitivity: Sensitivity): string {
  return [...alignedLeft([head, ...sensitivity.parameters.map(cells)]), ...notes(sensitivity)].join("\n");
}

/** The same for a notebook that shows it as a cell's last value. */
export function sensitivityForms(sensitivity: Sensitivity): Record<string, unknown> {
  return {
    ...tableForms(head, sensitivity.parameters.map(cells), notes(sensitivity).join(" ")),
    "text/plain": formatSensitivity(sensitivity),
  };
}

function notes({ trials, cut, explained }: Sensitivity): string[] {
  return [
    `${trials} trials; the surrogate explains ${formatPercent(explained)} % of their variance.`,
    ...(cut > 0
      ? [`${cut} of them failed or came out far beyond the others, and count as just beyond.`]
      : []),
  ];
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
