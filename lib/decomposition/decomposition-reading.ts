import { type ErrorTermName, errorTermLabels, formatPercent, type MoreImages } from "../core/index.js";
import type { Candidate } from "./dominant-term.js";
import { negativeNotes } from "./negative-note.js";
import type { Rung } from "./rung.js";
import { isExactTerm } from "./term.js";

/** What the reading is computed from. */
export interface ReadingParts {
  readonly rungs: readonly Rung[];
  /** The terms that work can reduce, the largest first. */
  readonly sorted: readonly Candidate[];
  readonly dominant: Candidate | undefined;
  readonly rivals: readonly ErrorTermName[];
  readonly more: readonly MoreImages[] | undefined;
  readonly confidence: number;
}

/** The result in words: first what dominates, then what the numbers cannot say. */
export function decompositionReading(parts: ReadingParts): string {
  const sentences = [
    parts.dominant === undefined ? undecided(parts) : decided(parts, parts.dominant),
    ...parts.sorted.filter(({ high }) => high < 0).map((candidate) => negative(parts, candidate)),
    ...withoutCounts(parts),
    ...withoutTestVal(parts),
  ];
  return sentences.join(" ");
}

function decided(parts: ReadingParts, dominant: Candidate): string {
  const { rivals, sorted } = parts;
  const chance = sorted.filter(({ low, high, term }) => low <= 0 && high >= 0 && !isExactTerm(term));
  const asides = [
    ...(rivals.length > 0 ? [`${list(rivals.map(label))} may be as large or larger`] : []),
    ...(chance.length > 0 ? [`${list(chance.map(labelOf))} cannot be told from 0`] : []),
  ];
  const head = `Of ${percent(parts, testRate(parts))} test error, ${labelOf(dominant)} is the largest part that work can reduce: ${size(parts, dominant)}`;
  return [head, ...asides].join("; ") + ".";
}

function undecided(parts: ReadingParts): string {
  const largest = parts.sorted[0]!;
  if (largest.estimate <= 0)
    return `Nothing to reduce shows in ${percent(parts, testRate(parts))} test error: no term is above 0.`;
  const { low, high } = largest.band;
  const alone =
    largest.low > 0
      ? `; ${number(parts, low)} to ${number(parts, high)} where all terms are to hold at once`
      : "";
  const head = `Undecided: no part of the ${percent(parts, testRate(parts))} test error that work can reduce can be told from chance. The largest is ${labelOf(largest)}, ${size(parts, largest)}${alone}`;
  if (parts.more === undefined) return `${head}.`;
  const splits = parts.more.map(({ split, samples, more }, i) => {
    const further = i === 0 ? "more samples" : "more";
    return `${roundUp(more).toLocaleString("en")} ${further} of ${split} (now ${samples.toLocaleString("en")})`;
  });
  return `${head}; about ${list(splits)} would settle it.`;
}

function negative(parts: ReadingParts, candidate: Candidate): string {
  return `${capital(labelOf(candidate))} is negative, ${size(parts, candidate)}: ${negativeNotes[candidate.term.name]}.`;
}

function withoutCounts({ rungs }: ReadingParts): string[] {
  const bare = rungs.filter((rung) => rung.name !== "irreducible" && rung.samples === undefined);
  if (bare.length === 0) return [];
  return [
    `The ${bare.length === 1 ? "rate" : "rates"} of ${list(bare.map(({ name }) => name))} came without counts, so chance is left out of account.`,
  ];
}

function withoutTestVal({ rungs }: ReadingParts): string[] {
  if (rungs.some(({ name }) => name === "testVal")) return [];
  return [
    "Without a validation set of the test distribution, validation overfitting holds any distribution shift too.",
  ];
}

/** "7.0 points (95 % interval 3.3 to 10.7)". */
function size(parts: ReadingParts, { estimate, low, high, term }: Candidate): string {
  const points = `${number(parts, estimate)} points`;
  if (isExactTerm(term)) return points;
  const confidence = Number((100 * parts.confidence).toPrecision(6));
  return `${points} (${confidence} % interval ${number(parts, low)} to ${number(parts, high)})`;
}

const label = (name: ErrorTermName) => errorTermLabels[name];
const labelOf = ({ term }: Candidate) => label(term.name);
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const testRate = ({ rungs }: ReadingParts) => rungs.at(-1)!.rate;
const number = ({ rungs }: ReadingParts, rate: number) =>
  formatPercent(rate, Math.max(...rungs.map((rung) => rung.rate)));
const percent = (parts: ReadingParts, rate: number) => `${number(parts, rate)} %`;

/** Up to the next number of two digits and zeros: more would promise too much. */
function roundUp(samples: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(samples)) - 1);
  return Math.ceil(samples / step) * step;
}

function list(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
