import { integerBelow, type RandomSource } from "../../core/index.js";

/** A number from low to high, each equally likely. */
export function between(low: number, high: number, random: RandomSource): number {
  return low + (high - low) * random();
}

/** One of the items, each equally likely. */
export function oneOf<T>(items: readonly T[], random: RandomSource): T {
  return items[integerBelow(items.length, random)]!;
}

/** True in the given share of draws. */
export function chance(share: number, random: RandomSource): boolean {
  return random() < share;
}
