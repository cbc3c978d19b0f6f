import { describeDistribution } from "../space/describe-distribution.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { type ObservedStudy, short } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

/** A limit beyond which trials diverge: most do beyond, few before. */
interface Limit {
  readonly name: string;
  readonly side: "above" | "below";
  /** The last value before it. */
  readonly stable: number;
  readonly beyond: number;
  readonly divergedBeyond: number;
  readonly divergedBefore: number;
  /** log-likelihood that a limit adds. */
  readonly gain: number;
}

/** How much a limit must add to be believed, though the best of many was taken. */
const leastGain = 6;

/** The region where trials fail or come out far beyond the others, if one limit of one hyperparameter tells it. */
export function checkDivergedRegion({
  space,
  trials,
  complete,
  values,
  direction,
}: ObservedStudy): StudyFinding[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const fence = at(0.75) + 3 * (at(0.75) - at(0.25));
  const sign = direction === "minimize" ? 1 : -1;
  const diverged = (trial: TrialRecord): boolean =>
    trial.state === "failed" || (complete.includes(trial) && sign * trial.value! > fence);
  const count = trials.filter(diverged).length;
  if (count < 3) return [];
  const limits = space.flatMap(({ name, distribution }) =>
    distribution.type === "choice" ? [] : limitsOf(name, trials, diverged),
  );
  const limit = limits.reduce<Limit | undefined>(
    (a, b) => (a === undefined || b.gain > a.gain ? b : a),
    undefined,
  );
  if (limit === undefined || limit.gain < leastGain) return [];
  const { name, side, stable, beyond, divergedBeyond } = limit;
  if (divergedBeyond < 0.6 * beyond || divergedBeyond < 0.6 * count) return [];
  const { distribution } = space.find((parameter) => parameter.name === name)!;
  const range = distribution as Exclude<typeof distribution, { type: "choice" }>;
  const safe = {
    ...range,
    ...(side === "above" ? { high: Number(stable.toPrecision(3)) } : { low: Number(stable.toPrecision(3)) }),
  };
  return [
    {
      ...{ code: "diverged-region", severity: "note", where: name },
      title: `Training diverges with ${name} ${side} ${short(stable)}`,
      evidence: `${divergedBeyond} of ${beyond} trials ${side} it failed or came out far beyond the others, ${limit.divergedBefore} of the other ${trials.length - beyond}; the ${side === "above" ? "largest" : "smallest"} stable ${name} is about ${short(stable)}.`,
      fix: `Declare ${name}: ${describeDistribution(safe)}${/rate/i.test(name) ? ", or warm the learning rate up or clip gradients to go beyond" : ""}.`,
    },
  ];
}

function limitsOf(
  name: string,
  all: readonly TrialRecord[],
  diverged: (trial: TrialRecord) => boolean,
): Limit[] {
  const having = all.filter(({ parameters }) => typeof parameters[name] === "number");
  return (["above", "below"] as const).flatMap((side) => {
    const order = [...having].sort((a, b) => (a.parameters[name] as number) - (b.parameters[name] as number));
    if (side === "below") order.reverse();
    const flags = order.map((trial) => Number(diverged(trial)));
    const total = flags.reduce((a, b) => a + b, 0);
    let before = 0;
    return flags.slice(0, -1).map((flag, i): Limit => {
      before += flag;
      const [inside, beyond] = [i + 1, order.length - i - 1];
      const gain =
        likelihood(before, inside) + likelihood(total - before, beyond) - likelihood(total, order.length);
      const isWorse = (total - before) / beyond > before / inside;
      return {
        ...{ name, side, beyond, stable: order[i]!.parameters[name] as number },
        ...{ divergedBeyond: total - before, divergedBefore: before, gain: isWorse ? gain : 0 },
      };
    });
  });
}

/** log-likelihood of so many of so many, at their own rate. */
function likelihood(hits: number, of: number): number {
  const part = (n: number): number => (n === 0 ? 0 : n * Math.log(n / of));
  return part(hits) + part(of - hits);
}
