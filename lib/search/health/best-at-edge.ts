import { incompleteBeta, shortValue } from "../../core/index.js";
import type { NumberDistribution } from "../coarse-to-fine/sub-range.js";
import { describeDistribution } from "../space/describe-distribution.js";
import { sizeOf } from "../space/from-unit.js";
import { toUnit } from "../space/to-unit.js";
import type { ObservedStudy } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

/** How much of a range is its edge. */
const edge = 0.15;
/** How often so many of the best may lie at an edge by chance. */
const chance = 0.01;

/**
 * Ranges at whose end the best trials lie: the optimum may be beyond.
 *
 * @param idle - of which there is no evidence that they matter: a sampler crowds somewhere in their ranges, too, and the best
 *   lie at an end where all lie there
 */
export function checkBestAtEdge(
  { space, best, complete }: ObservedStudy,
  idle: ReadonlySet<string>,
): StudyFinding[] {
  return space.flatMap(({ name, distribution }): StudyFinding[] => {
    if (distribution.type === "choice") return [];
    const width = Math.max(edge, 1 / sizeOf(distribution));
    const atEdges = (trials: ObservedStudy["best"]) => {
      const having = trials.filter(({ parameters }) => name in parameters);
      const units = having.map(({ parameters }) => toUnit(distribution, parameters[name]!));
      const [lower, upper] = [
        units.filter((u) => u <= width).length,
        units.filter((u) => u >= 1 - width).length,
      ];
      return { having, lower, upper };
    };
    const { having, lower, upper } = atEdges(best);
    const side = upper >= lower ? "upper" : "lower";
    const hits = Math.max(lower, upper);
    const all = atEdges(complete);
    const usual = idle.has(name) ? Math.max(width, all[side] / Math.max(1, all.having.length)) : width;
    // The binomial tail: this many or more of them by chance.
    if (hits < 2 || usual === 1 || incompleteBeta(usual, hits, having.length - hits + 1) > chance) return [];
    const end = shortValue(side === "upper" ? distribution.high : distribution.low);
    const range = wider(distribution, side);
    return [
      {
        ...{ code: "best-at-edge", severity: "warning", where: name },
        title: `The best trials lie at the ${side} end of ${name}`,
        evidence: `${hits} of the ${having.length} best are within ${Math.round(100 * width)} % of ${end}; the optimum may lie beyond.`,
        fix:
          range === undefined
            ? `Nothing lies below ${end}: write ${name}: fixed(${end}), or leave ${name} out of the search.`
            : `Declare ${name}: ${describeDistribution(range)} in a new study, if values ${side === "upper" ? "above" : "below"} ${end} make sense, and enqueue the best trials there.`,
      },
    ];
  });
}

/** The range with more room at one end; undefined where there is none, for one that does not go below 0 shall not, nor a logarithm reach it. */
function wider(range: NumberDistribution, side: "upper" | "lower"): NumberDistribution | undefined {
  const { low, high, log, type, step } = range;
  const round = (value: number): number =>
    type === "int" ? Math.round(value) : Number(value.toPrecision(3));
  const more = step === undefined ? high - low : Math.ceil((high - low) / step) * step;
  if (side === "upper") return { ...range, high: round(log ? high * 10 : high + more) };
  const least = type === "int" && log ? 1 : 0;
  const lower = round(log ? low / 10 : low - more);
  const floor =
    low < 0
      ? lower
      : Math.max(
          lower,
          step === undefined ? least : round(low - Math.floor((low - least) / step + 1e-9) * step),
        );
  return floor < low ? { ...range, low: floor } : undefined;
}
