import type { Distribution } from "./distribution.js";

/**
 * A distribution as one would type it.
 *
 * @example
 * describeDistribution({ type: "int", low: 1, high: 4, log: true, step: 1 }); // "int(1, 4, { log: true })"
 */
export function describeDistribution(distribution: Distribution): string {
  if (distribution.type === "choice") return `choice(${JSON.stringify(distribution.choices)})`;
  const { type, low, high, log, step } = distribution;
  const options = [
    ...(log ? ["log: true"] : []),
    ...(step !== undefined && !(type === "int" && step === 1) ? [`step: ${step}`] : []),
  ];
  return `${type}(${low}, ${high}${options.length > 0 ? `, { ${options.join(", ")} }` : ""})`;
}
