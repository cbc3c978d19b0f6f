import type { ParameterValue } from "../space/distribution.js";
import type { SearchSpace, SpaceParameter } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** What tells the trials that diverge from the others: a number above or below which most of them do, or a choice with which they do. */
export interface Limit {
  readonly parameter: SpaceParameter;
  readonly side: "above" | "below" | "with";
  /** The last value before it; the choice itself. */
  readonly at: ParameterValue;
  readonly beyond: number;
  readonly divergedBeyond: number;
  readonly divergedBefore: number;
  /** log-likelihood that a limit adds. */
  readonly gain: number;
}

/** How much a limit must add to be believed, though the best of many was taken. */
const leastGain = 6;
/** How many of those beyond a limit must have diverged, and of those that diverged must lie beyond it. */
const leastShare = 0.6;

/** The limit of one hyperparameter that tells best which trials diverge; undefined where none tells enough. */
export function divergedLimit(
  trials: readonly TrialRecord[],
  space: SearchSpace,
  diverged: ReadonlySet<TrialRecord>,
): Limit | undefined {
  if (diverged.size < 3) return undefined;
  const limits = space.flatMap((parameter) =>
    parameter.distribution.type === "choice"
      ? choiceLimits(parameter, parameter.distribution.choices, trials, diverged)
      : numberLimits(parameter, trials, diverged),
  );
  const best = limits.reduce<Limit | undefined>(
    (a, b) => (a === undefined || b.gain > a.gain ? b : a),
    undefined,
  );
  if (best === undefined || best.gain < leastGain) return undefined;
  return best.divergedBeyond < leastShare * best.beyond || best.divergedBeyond < leastShare * diverged.size
    ? undefined
    : best;
}

function numberLimits(
  parameter: SpaceParameter,
  all: readonly TrialRecord[],
  diverged: ReadonlySet<TrialRecord>,
): Limit[] {
  const { name } = parameter;
  const having = all.filter(({ parameters }) => typeof parameters[name] === "number");
  return (["above", "below"] as const).flatMap((side) => {
    const order = [...having].sort((a, b) => (a.parameters[name] as number) - (b.parameters[name] as number));
    if (side === "below") order.reverse();
    const total = order.filter((trial) => diverged.has(trial)).length;
    let before = 0;
    return order.slice(0, -1).flatMap((trial, i): Limit[] => {
      before += Number(diverged.has(trial));
      const at = trial.parameters[name]!;
      // Equal values stand on one side.
      if (order[i + 1]!.parameters[name] === at) return [];
      const counts = { beyond: order.length - i - 1, divergedBeyond: total - before, divergedBefore: before };
      return [{ ...{ parameter, side, at }, ...counts, gain: gainOf(counts, order.length) }];
    });
  });
}

function choiceLimits(
  parameter: SpaceParameter,
  choices: readonly ParameterValue[],
  all: readonly TrialRecord[],
  diverged: ReadonlySet<TrialRecord>,
): Limit[] {
  const { name } = parameter;
  const having = all.filter(({ parameters }) => name in parameters);
  const total = having.filter((trial) => diverged.has(trial)).length;
  return choices.flatMap((at): Limit[] => {
    const chosen = having.filter(({ parameters }) => parameters[name] === at);
    const divergedBeyond = chosen.filter((trial) => diverged.has(trial)).length;
    const counts = { beyond: chosen.length, divergedBeyond, divergedBefore: total - divergedBeyond };
    if (chosen.length === 0 || chosen.length === having.length) return [];
    return [{ ...{ parameter, side: "with", at }, ...counts, gain: gainOf(counts, having.length) }];
  });
}

/** How much likelier the counts are with a rate on either side than with one for all; 0 where fewer diverge beyond. */
function gainOf(
  { beyond, divergedBeyond, divergedBefore }: Pick<Limit, "beyond" | "divergedBeyond" | "divergedBefore">,
  all: number,
): number {
  const before = all - beyond;
  if (divergedBeyond / beyond <= divergedBefore / before) return 0;
  return (
    likelihood(divergedBefore, before) +
    likelihood(divergedBeyond, beyond) -
    likelihood(divergedBefore + divergedBeyond, all)
  );
}

/** log-likelihood of so many of so many, at their own rate. */
function likelihood(hits: number, of: number): number {
  const part = (n: number): number => (n === 0 ? 0 : n * Math.log(n / of));
  return part(hits) + part(of - hits);
}
