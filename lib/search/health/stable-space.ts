import type { Distribution } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import type { Limit } from "./diverged-limit.js";

/** A space without what lies beyond a limit. */
export function stableSpace(space: SearchSpace, limit: Limit): SearchSpace {
  return space.map((parameter) =>
    parameter.name === limit.parameter.name ? { ...parameter, distribution: stableRange(limit) } : parameter,
  );
}

/** A hyperparameter's range up to a limit, or its choices without the one with which training diverges. */
export function stableRange({ parameter: { distribution }, side, at }: Limit): Distribution {
  if (distribution.type === "choice")
    return { ...distribution, choices: distribution.choices.filter((choice) => choice !== at) };
  // What has steps stays on them.
  const end = distribution.step === undefined ? Number((at as number).toPrecision(3)) : (at as number);
  return { ...distribution, ...(side === "above" ? { high: end } : { low: end }) };
}

/** Whether a trial lies on the near side of a limit. */
export function isStable({ parameters }: TrialRecord, { parameter: { name }, side, at }: Limit): boolean {
  const value = parameters[name];
  if (value === undefined) return true;
  if (side === "with") return value !== at;
  return side === "above" ? value! <= at! : value! >= at!;
}
