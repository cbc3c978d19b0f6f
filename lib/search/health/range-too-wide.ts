import { quantile, shortValue } from "../../core/index.js";
import { fromUnit, sizeOf } from "../space/from-unit.js";
import { toUnit } from "../space/to-unit.js";
import type { TrialRecord } from "../trials/trial-record.js";
import type { ObservedStudy } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

/** All of the best within this share of a range, and it was too wide. */
const narrow = 0.12;
const leastBest = 4;
/** Of trials that stand out from all others, fewer tell as much. */
const leastStanding = 3;

/** Ranges of which nearly all is wasted. */
export function checkRangeTooWide(study: ObservedStudy): StudyFinding[] {
  const { space, trials } = study;
  const standing = standingOut(study);
  const best = standing.length >= leastStanding ? standing : study.best;
  const least = best === standing ? leastStanding : leastBest;
  return space.flatMap(({ name, distribution }): StudyFinding[] => {
    if (distribution.type === "choice") return [];
    const having = best.filter(({ parameters }) => name in parameters);
    if (having.length < least || 1 / sizeOf(distribution) > narrow) return [];
    const units = having.map(({ parameters }) => toUnit(distribution, parameters[name]!));
    const [low, high] = [Math.min(...units), Math.max(...units)];
    // At an end, it is the end that is to be looked at.
    if (high - low > narrow || low < narrow || high > 1 - narrow) return [];
    const inside = trials.filter(({ parameters }) => {
      const unit = name in parameters ? toUnit(distribution, parameters[name]!) : -1;
      return unit >= low - narrow / 2 && unit <= high + narrow / 2;
    }).length;
    if (inside > trials.length / 2) return []; // the sampler is there already
    const [from, to] = [low - narrow, high + narrow].map((u) =>
      fromUnit(distribution, Math.min(1, Math.max(0, u))),
    );
    return [
      {
        ...{ code: "range-too-wide", severity: "note", where: name },
        title: `Most of the range of ${name} is wasted`,
        evidence: `The ${having.length} best trials lie within ${Math.max(1, Math.round(100 * (high - low)))} % of it, and ${trials.length - inside} of ${trials.length} trials elsewhere.`,
        fix: `Declare ${name} between ${shortValue(from)} and ${shortValue(to)}, or let coarseToFine() narrow it.`,
      },
    ];
  });
}

/** The trials that are far better than the rest, where they are fewer than the best tenth: beyond Tukey's outer fence. */
function standingOut({ complete, values, best }: ObservedStudy): readonly TrialRecord[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const standing = complete.filter((_, i) => values[i]! < lower - 3 * (upper - lower));
  return standing.length < best.length ? standing : [];
}
