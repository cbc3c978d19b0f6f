import type { Dataset } from "../../core/index.js";
import type { SceneConditions } from "./conditions/condition-setting.js";
import { type MakeScenesOptions, makeScenes } from "./make-scenes.js";

/** The same scenes twice. */
export interface ScenePairs {
  /** As the options say. */
  readonly without: Dataset;
  /** The same scenes, row by row, under the changed conditions. */
  readonly with: Dataset;
}

/**
 * Counterfactual pairs: the same streets, things, figures and labels, without and with some conditions. What changes
 * between row i of the one and of the other is those conditions alone, so differences in error are theirs.
 *
 * @param samples - pairs in all
 * @param changed - what the second of each pair is under; a number is the share of scenes, as in `makeScenes`
 * @param options - of the scenes themselves, as in `makeScenes`; conditions there hold for both
 * @throws UsageError as `makeScenes` does
 * @see Q. McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions" (1947), for the test
 *   that such pairs allow
 * @example
 * const { without, with: byNight } = scenePairs(100, { night: { severity: 3 } });
 * [without.tags.night[5], byNight.tags.night[5]]; // [0, 3]
 */
export function scenePairs(
  samples: number,
  changed: SceneConditions,
  options: MakeScenesOptions = {},
): ScenePairs {
  return {
    without: makeScenes(samples, options),
    with: makeScenes(samples, { ...options, conditions: { ...options.conditions, ...changed } }),
  };
}
