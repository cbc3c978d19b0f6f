import { incompleteBeta } from "../../core/index.js";
import type { NumberDistribution } from "../coarse-to-fine/sub-range.js";
import { describeDistribution } from "../space/describe-distribution.js";
import { sizeOf } from "../space/from-unit.js";
import { toUnit } from "../space/to-unit.js";
import { type ObservedStudy, short } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

/** How much of a range is its edge. */
const edge = 0.15;
/** How often so many of the best may lie at an edge by chance. */
const chance = 0.01;

/** Ranges at whose end the best trials lie: the optimum may be beyond. */
export function checkBestAtEdge({ space, best }: ObservedStudy): StudyFinding[] {
  return space.flatMap(({ name, distribution }): StudyFinding[] => {
    if (distribution.type === "choice") return [];
    const having = best.filter(({ parameters }) => name in parameters);
    const width = Math.max(edge, 1 / sizeOf(distribution));
    const units = having.map(({ parameters }) => toUnit(distribution, parameters[name]!));
    const [low, high] = [units.filter((u) => u <= width).length, units.filter((u) => u >= 1 - width).length];
    const hits = Math.max(low, high);
    // The binomial tail: this many or more of them by chance.
    if (hits < 2 || incompleteBeta(width, hits, having.length - hits + 1) > chance) return [];
    const side = high >= low ? "upper" : "lower";
    return [
      {
        ...{ code: "best-at-edge", severity: "warning", where: name },
        title: `The best trials lie at the ${side} end of ${name}`,
        evidence: `${hits} of the ${having.length} best are within ${Math.round(100 * width)} % of ${short(side === "upper" ? distribution.high : distribution.low)}; the optimum may lie beyond.`,
        fix: `Declare ${name}: ${describeDistribution(wider(distribution, side))} in a new study, and enqueue the best trials there.`,
      },
    ];
  });
}

function wider(range: NumberDistribution, side: "upper" | "lower"): NumberDistribution {
  const { low, high, log, type, step } = range;
  const round = (value: number): number =>
    type === "int" ? Math.round(value) : Number(value.toPrecision(3));
  if (log)
    return side === "upper"
      ? { ...range, high: round(high * 10) }
      : { ...range, low: Math.max(round(low / 10), type === "int" ? 1 : 0) };
  const more = step === undefined ? high - low : Math.ceil((high - low) / step) * step;
  return side === "upper" ? { ...range, high: round(high + more) } : { ...range, low: round(low - more) };
}
