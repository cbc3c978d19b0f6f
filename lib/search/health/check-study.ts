import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import { checkBestAtEdge } from "./best-at-edge.js";
import { checkCrossingCurves } from "./crossing-curves.js";
import { checkDivergedRegion } from "./diverged-region.js";
import { checkEffects } from "./flat.js";
import { type ObservedStudy, observedStudy } from "./observed-study.js";
import { checkRangeTooWide } from "./range-density.js";
import type { StudyFinding } from "./study-finding.js";

/** Fewer complete trials say nothing. */
const leastTrials = 8;
/** Trials that each hyperparameter is worth. */
const trialsEach = 5;

/**
 * What may be wrong with a search, each with its evidence and a remedy; warnings first, empty where nothing was seen.
 *
 * @param study - or any trials with a direction
 * @see V. Godbole and others, Deep Learning Tuning Playbook (2023), "Identifying bad search space boundaries" and what follows
 * @example
 * const study = await createStudy({ name: "edge", space: space({ x: float(0, 1) }), sampler: random() });
 * await study.optimize(({ parameters: { x } }) => x, { trials: 40 });
 * checkStudy(study).map(({ code }) => code); // ["best-at-edge"]
 */
export function checkStudy(study: StudiedTrials): StudyFinding[] {
  const observed = observedStudy(study);
  if (observed.complete.length < leastTrials) return checkBudget(observed);
  const effects = checkEffects(study, observed);
  const wide = checkRangeTooWide(observed);
  // A narrow peak in a wide range looks flat to a surrogate.
  if (wide.length === 0 && effects.some(({ code }) => code === "flat-everything")) return effects;
  const findings = [
    ...checkDivergedRegion(observed),
    ...checkBestAtEdge(observed),
    ...wide,
    ...effects.filter(({ code }) => code !== "flat-everything"),
    ...checkCrossingCurves(observed),
    ...checkBudget(observed),
  ];
  return findings.sort((a, b) => Number(a.severity === "note") - Number(b.severity === "note"));
}

function checkBudget({ complete, space }: ObservedStudy): StudyFinding[] {
  const wanted = 5 + trialsEach * space.length;
  if (complete.length >= wanted) return [];
  return [
    {
      ...{ code: "budget-too-small", severity: "warning", where: "study" },
      title: `${complete.length} complete trials are few for ${space.length} hyperparameters`,
      evidence: `A surrogate of ${space.length} hyperparameters begins to tell something from about ${wanted} trials on.`,
      fix: `Run study.optimize(objective, { trials: ${wanted} }), or fix the hyperparameters that matter least.`,
    },
  ];
}
