import { displayAs } from "../../core/index.js";
import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import { divergedTrials } from "../trials/diverged-trials.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { checkBestAtEdge } from "./best-at-edge.js";
import { checkCrossingCurves } from "./crossing-curves.js";
import { divergedLimit, type Limit } from "./diverged-limit.js";
import { divergedRegion } from "./diverged-region.js";
import { checkEffects, effectsOf } from "./effects.js";
import { findingsForms } from "./findings-forms.js";
import { type ObservedStudy, observedStudy } from "./observed-study.js";
import { checkRangeTooWide } from "./range-too-wide.js";
import { isStable, stableSpace } from "./stable-space.js";
import type { StudyFinding } from "./study-finding.js";
import { checkTrialsFail } from "./trials-fail.js";

/** Fewer complete trials say nothing. */
const leastTrials = 8;
/** How many of the best trials a peak must hold. */
const peakTrials = 5;
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
  const diverged = divergedTrials(observed);
  const limit = divergedLimit(observed.trials, observed.space, diverged);
  const findings = [
    ...(limit === undefined ? [] : [divergedRegion(limit, observed)]),
    ...checkTrialsFail(observed, limit),
    ...(observed.complete.length < leastTrials ? [] : checkRanges(study, observed, diverged, limit)),
    ...checkBudget(observed),
  ];
  findings.sort((a, b) => Number(a.severity === "note") - Number(b.severity === "note"));
  return displayAs(findings, () => findingsForms(findings));
}

/** What is to be said of ranges, effects and curves; of effects, without what diverged. */
function checkRanges(
  study: StudiedTrials,
  observed: ObservedStudy,
  diverged: ReadonlySet<TrialRecord>,
  limit: Limit | undefined,
): StudyFinding[] {
  const stable = observedStudy({
    ...study,
    space: limit === undefined ? observed.space : stableSpace(observed.space, limit),
    trials: observed.complete.filter(
      (trial) => !diverged.has(trial) && (limit === undefined || isStable(trial, limit)),
    ),
  });
  const parameters = effectsOf(stable);
  const effects = checkEffects(stable, parameters);
  const isFlat = effects.some(({ code }) => code === "flat-everything");
  // A narrow peak in a wide range looks flat to a surrogate, and holds a few trials alone.
  const wide = checkRangeTooWide(
    isFlat ? { ...observed, best: observed.best.slice(0, peakTrials) } : observed,
  );
  const idle = parameters?.filter(({ verdict }) => verdict === "none").map(({ name }) => name);
  const edges = checkBestAtEdge(observed, new Set(idle));
  if (isFlat && wide.length === 0) return effects;
  return [...edges, ...wide, ...(isFlat ? [] : effects), ...checkCrossingCurves(observed)];
}

function checkBudget({ complete, trials, space, size }: ObservedStudy): StudyFinding[] {
  const wanted = 5 + trialsEach * space.length;
  const told = trials.filter(({ state }) => state !== "failed").length;
  const finding = (title: string, evidence: string, fix: string): StudyFinding[] => [
    { code: "budget-too-small", severity: "warning", where: "study", title, evidence, fix },
  ];
  if (told > 0 && complete.length === 0)
    return finding(
      "No trial is complete yet",
      `All ${told} that did not fail were stopped early, so there is none to hand over.`,
      "Go on until some are, or let the pruner stop fewer: a smaller reduction, or more minSteps.",
    );
  // Where all failed, something else is wrong.
  if (told >= wanted || (told === 0 && trials.length > 0)) return [];
  // Of those to come, as many fail as of those before.
  const more = Math.ceil(((wanted - told) * Math.max(1, trials.length)) / Math.max(1, told));
  return finding(
    `${told} trial${told === 1 ? " is" : "s are"} few for ${space.length} hyperparameter${space.length === 1 ? "" : "s"}`,
    `A surrogate of ${space.length} begins to tell something from about ${wanted} trials on.`,
    `Run study.optimize(objective, { trials: ${told === 0 ? wanted : size + more} }), or fix the hyperparameters that matter least.`,
  );
}
