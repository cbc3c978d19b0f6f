import { UsageError } from "../core/index.js";

/** Refuses what is no whole number from `least` to `most`. */
export function checkCount(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new UsageError({
    got: `${name} is ${String(value)}.`,
    expected: `a whole number from ${least} to ${most}.`,
    fix: `pass ${Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least}.`,
  });
}

/** Refuses what is no share, 0 … 1. */
export function checkRate(name: string, value: number): void {
  if (typeof value === "number" && value >= 0 && value <= 1) return;
  const isPercentage = typeof value === "number" && value > 1 && value <= 100;
  throw new UsageError({
    got: `${name} is ${String(value)}.`,
    expected: "a share from 0 to 1.",
    fix: `pass ${isPercentage ? value / 100 : "a number such as 0.5"}.`,
  });
}

/** Refuses a seed that is no finite number. */
export function checkSeed(seed: number): void {
  if (typeof seed === "number" && Number.isFinite(seed)) return;
  throw new UsageError({
    got: `seed is ${String(seed)}.`,
    expected: "a finite number.",
    fix: "pass { seed: 0 }.",
  });
}

/** Refuses an index that is no row of the data set. */
export function checkIndices(functionName: string, indices: ArrayLike<number>, size: number): void {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (Number.isInteger(index) && index >= 0 && index < size) continue;
    throw new UsageError({
      got: `${functionName} got the index ${String(index)}, at place ${i}.`,
      expected: `whole numbers from 0 to ${size - 1}: the data set has ${size} samples.`,
      fix: "pass indices below dataset.size.",
    });
  }
}

/** Refuses what is none of the choices; the fix names the last, the default. */
export function checkChoice<T>(name: string, value: T, choices: readonly T[]): void {
  if (choices.includes(value)) return;
  throw new UsageError({
    got: `${name} is ${JSON.stringify(value)}.`,
    expected: `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}.`,
    fix: `pass { ${name}: ${JSON.stringify(choices.at(-1))} }.`,
  });
}

/** Refuses what is no finite number from 0 on. */
export function checkNotNegative(name: string, value: number): void {
  if (typeof value === "number" && value >= 0 && value < Infinity) return;
  throw new UsageError({
    got: `${name} is ${String(value)}.`,
    expected: "a finite number, 0 or more.",
    fix: `pass { ${name}: ${Number.isFinite(value) ? Math.abs(value) : 0} }.`,
  });
}
