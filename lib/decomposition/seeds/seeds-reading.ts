import { errorTermLabels, formatPercent } from "../../core/index.js";
import type { SeededDecomposition } from "./seeded-decomposition.js";
import { type SeededTerm, termVariance } from "./seeded-term.js";

/** The result in words: what dominates over all runs, and whether runs or images leave it uncertain. */
export function seedsReading(result: Omit<SeededDecomposition, "reading">, largest: SeededTerm): string {
  const { terms, rungs, dominant, rivals, seeds, confidence, moreSeeds } = result;
  const scale = Math.max(...rungs.map(({ estimate }) => estimate));
  const number = (rate: number) => formatPercent(rate, scale);
  const term = terms.find(({ name }) => name === largest.name)!;
  const percent = Number((100 * confidence).toPrecision(6));
  const size = `${number(term.estimate)} points (${percent} % interval ${number(term.low)} to ${number(term.high)})`;
  const test = `${number(rungs.at(-1)!.estimate)} % test error over ${seeds} runs`;
  const label = errorTermLabels[term.name];
  if (dominant === "undecided" && term.estimate <= 0)
    return `Nothing to reduce shows in ${test}: no term is above 0.`;
  const head =
    dominant === "undecided"
      ? `Undecided: no part of ${test} that work can reduce can be told from chance. The largest is ${label}, ${size}.`
      : `Of ${test}, ${label} is the largest part that work can reduce: ${size}.`;
  const also =
    rivals.length === 0
      ? []
      : [`${capital(rivals.map((name) => errorTermLabels[name]).join(" and "))} may be as large or larger.`];
  const { ofSeeds, ofImages } = termVariance(largest);
  const all = ofSeeds + ofImages;
  const share =
    all === 0
      ? []
      : [
          `${Math.round((100 * ofSeeds) / all)} % of its variance is from the runs, the rest from the samples.`,
        ];
  const settle =
    moreSeeds === undefined
      ? dominant === "undecided"
        ? ["More runs alone would not settle it; more samples would."]
        : []
      : [`About ${moreSeeds} more runs would settle it.`];
  return [head, ...also, ...share, ...settle].join(" ");
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
