import { alignedLeft, formatPercent, type Interval, tableForms } from "../../core/index.js";
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
 * @param sensitivity - what `sensitivity(study)` returns
 * @example
 * const study = await createStudy({ name: "slope", space: space({ rate: float(0, 1) }), sampler: random() });
 * await study.optimize(({ parameters: { rate } }) => rate, { trials: 20 });
 * formatSensitivity(sensitivity(study)).split("\n")[1].slice(0, 20); // "rate            high"
 */
export function formatSensitivity(sensitivity: Sensitivity): string {
  return [...alignedLeft([head, ...rows(sensitivity)]), ...notes(sensitivity)].join("\n");
}

/** The same for a notebook that shows it as a cell's last value. */
export function sensitivityForms(sensitivity: Sensitivity): Record<string, unknown> {
  return {
    ...tableForms(head, rows(sensitivity), notes(sensitivity).join(" ")),
    "text/plain": formatSensitivity(sensitivity),
  };
}

/** So many trials for each hyperparameter, and the order tells something. */
const trialsEach = 5;

function notes({ trials, cut, explained, parameters }: Sensitivity): string[] {
  const few = trials < trialsEach * parameters.length;
  return [
    few
      ? `${trials} trials are few for ${parameters.length} hyperparameters: the order may be chance.`
      : `${trials} trials; the surrogate explains ${formatPercent(explained)} % of their variance.`,
    ...(cut > 0
      ? [
          `${cut} of them failed or came out far beyond the others, and ${cut === 1 ? "counts" : "count"} as just beyond.`,
        ]
      : []),
  ];
}

function rows({ parameters, trials }: Sensitivity): string[][] {
  return parameters.map((row) => cells(row, trials));
}

function cells(row: ParameterSensitivity, trials: number): string[] {
  const { name, verdict, total, firstOrder, better, bestValue, partner, trialsNeeded } = row;
  const none = verdict === "none";
  return [
    name,
    none ? "no evidence" : verdict,
    range(total),
    range(firstOrder),
    none ? "" : direction(better, bestValue),
    partner === undefined ? "" : `${partner.name} ${range(partner.share)}`,
    trialsNeeded <= trials ? "enough" : String(Number(trialsNeeded.toPrecision(2))),
  ];
}

function direction(
  better: ParameterSensitivity["better"],
  bestValue: ParameterSensitivity["bestValue"],
): string {
  if (better === "higher" || better === "lower") return better;
  if (better === "ends") return "at both ends";
  // A choice is told as it is.
  return better === "choice" ? String(bestValue) : `near ${Number((bestValue as number).toPrecision(2))}`;
}

function range({ estimate, low, high }: Interval): string {
  const percent = (share: number): string => String(Math.round(100 * share));
  return `${percent(estimate)} % (${percent(low)} to ${percent(high)})`;
}
