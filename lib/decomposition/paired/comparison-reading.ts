import { formatPercent, type Interval } from "../../core/index.js";
import type { ModelComparison } from "./model-comparison.js";

/** What a comparison says: who errs less, by how much, and what those samples say that one alone gets wrong. */
export function comparisonReading(
  parts: Omit<ModelComparison, "reading">,
  [first, second]: readonly [string, string],
): string {
  const { difference, counts, test, unpaired, widening, better, samples, samplesNeeded } = parts;
  const scale = Math.max(parts.first.estimate, parts.second.estimate);
  const number = (rate: number) => formatPercent(rate, scale);
  const confidence = Number((100 * parts.confidence).toPrecision(6));
  // Told as the lead of whichever is better.
  const range = ({ low, high }: Interval) =>
    better === "second" ? `${number(-high)} to ${number(-low)}` : `${number(low)} to ${number(high)}`;
  const size = `${number(Math.abs(difference.estimate))} points (${confidence} % interval ${range(difference)})`;
  const rates = `${number(parts.first.estimate)} % against ${number(parts.second.estimate)} % errors`;
  const only = `${counts.firstWrong} of ${samples.toLocaleString("en")} samples only ${first} gets wrong, ${counts.secondWrong} only ${second} (mid-p ${test.midP.toPrecision(2)})`;
  const sentences = [
    better === "undecided"
      ? `Undecided: ${rates}; ${only}.`
      : `${capital(better === "first" ? first : second)} errs less, by ${size}: ${rates}; ${only}.`,
  ];
  if (samplesNeeded !== undefined)
    sentences.push(
      `About ${roundUp(samplesNeeded).toLocaleString("en")} samples would show such a difference.`,
    );
  if (widening > 0.05)
    sentences.push(
      `Taken for different samples, the interval would be ${Math.round(100 * widening)} % wider, ${range(unpaired)}.`,
    );
  return sentences.join(" ");
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function roundUp(samples: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(samples)) - 1);
  return Math.ceil(samples / step) * step;
}
