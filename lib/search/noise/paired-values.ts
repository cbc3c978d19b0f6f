import type { Configuration } from "./configurations.js";

/** The values of two configurations on their common seeds, those by which they were found left out. */
export function pairedValues(a: Configuration, b: Configuration): { first: number[]; second: number[] } {
  const ofB = new Map(b.trials.slice(1).map(({ seed, value }) => [seed, value!]));
  const common = a.trials.slice(1).filter(({ seed }) => seed !== undefined && ofB.has(seed));
  return { first: common.map(({ value }) => value!), second: common.map(({ seed }) => ofB.get(seed)!) };
}
