import type { Distribution } from "./distribution.js";

/**
 * Whether two distributions are the same, up to the object that holds them.
 *
 * @example
 * sameDistribution({ type: "choice", choices: [1] }, { type: "choice", choices: [1, 2] }); // false
 */
export function sameDistribution(a: Distribution, b: Distribution): boolean {
  if (a === b) return true;
  if (a.type === "choice")
    return (
      b.type === "choice" &&
      a.choices.length === b.choices.length &&
      a.choices.every((value, i) => value === b.choices[i])
    );
  return a.type === b.type && a.low === b.low && a.high === b.high && a.log === b.log && a.step === b.step;
}
