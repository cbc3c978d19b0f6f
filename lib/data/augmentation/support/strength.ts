import { type RandomSource, UsageError } from "../../../core/index.js";
import { exponential, logarithm } from "./steady.js";

/**
 * How strong an op is. A number is the greatest strength: each image draws its own, from none to that, in either
 * direction where there are two. A pair fixes both ends: [low, high].
 */
export type Strength = number | readonly [low: number, high: number];

/** Both ends of what is drawn. */
export type Range = readonly [low: number, high: number];

/** What a number alone stands for, the greatest strength allowed, and an example for the message. */
export interface StrengthRule {
  /** `signed`: from −v to v. `amount`: from 0 to v. `factor`: from 1/v to v, even per doubling. `share`: from v to 1. */
  readonly kind: "signed" | "amount" | "factor" | "share";
  readonly most: number;
  readonly example: number;
}

/** Both ends of a strength, or an error that says which are allowed. */
export function rangeOf(name: string, strength: Strength, { kind, most, example }: StrengthRule): Range {
  const least = { signed: -most, amount: 0, factor: 1 / most, share: Number.MIN_VALUE }[kind];
  const range = typeof strength === "number" ? around(strength, kind) : strength;
  const [low, high] = Array.isArray(range) && range.length === 2 ? (range as unknown as Range) : [];
  if (low !== undefined && low >= least && high! <= most && low <= high!) return [low, high!];
  const pair = kind === "share" ? "above 0" : `from ${Number(least.toPrecision(4))}`;
  const single = { signed: "from 0", amount: "from 0", factor: "from 1", share: "above 0" }[kind];
  throw new UsageError({
    got: `${name} is ${JSON.stringify(strength) ?? String(strength)}.`,
    expected: `a number ${single} to ${most}, or a pair [low, high] of numbers ${pair} to ${most}.`,
    fix: `pass { ${name.split(".").at(-1)}: ${example} }.`,
  });
}

function around(strength: number, kind: StrengthRule["kind"]): Range | undefined {
  if (kind === "signed") return strength >= 0 ? [-strength, strength] : undefined;
  if (kind === "factor") return strength >= 1 ? [1 / strength, strength] : undefined;
  return kind === "amount" ? [0, strength] : [strength, 1];
}

/** A number of the range, each equally likely. It takes one draw even where there is nothing to choose. */
export function draw([low, high]: Range, random: RandomSource): number {
  return low + (high - low) * random();
}

/** A number of the range such that halving is as likely as doubling. */
export function drawFactor([low, high]: Range, random: RandomSource): number {
  const share = random();
  return low === high ? low : low * exponential(share * logarithm(high / low));
}
