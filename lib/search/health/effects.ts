import { configurationsOf } from "../noise/configurations.js";
import { noiseWithin } from "../noise/shrink.js";
import { sensitivity } from "../sensitivity/sensitivity.js";
import type { ParameterSensitivity } from "../sensitivity/sensitivity-table.js";
import type { ObservedStudy } from "./observed-study.js";
import type { StudyFinding } from "./study-finding.js";

const leastTrials = 20;
/** A range does nothing whose share stays below this, by the upper end of its interval. */
const idleShare = 0.05;

/** What each hyperparameter does; undefined where the trials are too few or all the same. */
export function effectsOf({
  complete,
  values,
  space,
  direction,
}: ObservedStudy): readonly ParameterSensitivity[] | undefined {
  if (complete.length < leastTrials || space.length === 0 || values.every((value) => value === values[0]))
    return undefined;
  return sensitivity({ space, trials: complete, direction }, { resamples: 100 }).parameters;
}

/**
 * Hyperparameters that do nothing, all of them or some; and seeds that do more than any.
 *
 * @param study - without what diverged, which would drown all else
 * @param parameters - its {@link effectsOf}
 */
export function checkEffects(
  { complete, values, space }: ObservedStudy,
  parameters: readonly ParameterSensitivity[] | undefined,
): StudyFinding[] {
  if (complete.length < leastTrials || space.length === 0) return [];
  const all = (evidence: string): StudyFinding => ({
    ...{ code: "flat-everything", severity: "warning", where: "study" },
    title: "No hyperparameter changes the objective",
    evidence,
    fix: "See that the objective uses trial.parameters, and returns the metric of this trial's model; else search other hyperparameters, or wider ranges.",
  });
  if (parameters === undefined)
    return [all(`All ${complete.length} complete trials returned ${complete[0]!.value}.`)];
  if (parameters.every(({ verdict }) => verdict === "none"))
    return [
      all(
        `In ${complete.length} trials there is no evidence that any of ${space.map(({ name }) => name).join(", ")} matters.`,
      ),
    ];
  const idle = parameters.filter(({ verdict, total }) => verdict === "none" && total.high < idleShare);
  return [
    ...idle.map(
      ({ name, total }): StudyFinding => ({
        ...{ code: "range-without-effect", severity: "note", where: name },
        title: `${name} does not matter within its range`,
        evidence: `It explains at most ${Math.max(1, Math.round(100 * total.high))} % of the objective's variance.`,
        fix: `Write ${name}: fixed(…) with the cheapest value, or a wider range; where it ought to matter, see that the objective uses it.`,
      }),
    ),
    ...seedEffect(complete, values, Math.max(...parameters.map(({ total }) => total.estimate))),
  ];
}

function seedEffect(
  complete: ObservedStudy["complete"],
  values: Float64Array,
  strongest: number,
): StudyFinding[] {
  const noise = noiseWithin(
    configurationsOf(complete).map(({ trials }) => trials.map(({ value }) => value!)),
  );
  if (noise === undefined) return [];
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const share = Math.min(1, noise ** 2 / variance);
  if (share <= strongest * (1 - share)) return [];
  const percent = (part: number): string => `${Math.round(100 * part)} %`;
  return [
    {
      ...{ code: "seed-effect", severity: "warning", where: "study" },
      title: "The seed does more than any hyperparameter",
      evidence: `${percent(share)} of the variance lies between runs of the same hyperparameters, ${percent(strongest * (1 - share))} with the strongest hyperparameter.`,
      fix: "Repeat the best configurations: study.enqueue what suggestRepeat(study) proposes, and believe noiseReport(study), not the best trial.",
    },
  ];
}
