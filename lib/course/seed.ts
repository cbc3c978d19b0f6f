import { UsageError } from "../core/index.js";

/**
 * The seed of a notebook: 0, or what `PESSIMIST_SEED` says, so that one notebook can be run with several.
 *
 * @throws UsageError where that is no whole number from 0
 */
export function seed(environment: NodeJS.ProcessEnv = process.env): number {
  const text = environment.PESSIMIST_SEED ?? "0";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError({
    got: `PESSIMIST_SEED is "${text}".`,
    expected: "a whole number from 0.",
    fix: "set PESSIMIST_SEED=1, or remove it.",
  });
}
