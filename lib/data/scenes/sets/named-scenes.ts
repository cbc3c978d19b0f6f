import { type Dataset, nearestName, UsageError } from "../../../core/index.js";
import { fourSplits } from "./four-splits.js";
import { fullScenes, quarterMillionScenes } from "./full-scenes.js";
import { nightShiftScenes } from "./night-shift-scenes.js";
import { simplifiedScenes } from "./simplified-scenes.js";

/** Options for {@link namedScenes}. */
export interface NamedScenesOptions {
  /** Picks the scenes; defaults to 0. */
  seed?: number;
  /** Images in all; each set has its own default. */
  samples?: number;
}

/** A set of scenes that has a name. */
export type SceneSetName = "simplified" | "full" | "four-splits" | "night-shift" | "250k";

const sets: Readonly<Record<SceneSetName, (options: NamedScenesOptions) => Record<string, Dataset>>> = {
  simplified: (options) => ({ ...simplifiedScenes(options) }),
  full: (options) => ({ full: fullScenes(options) }),
  "four-splits": (options) => ({ ...fourSplits(options) }),
  "night-shift": (options) => ({ ...nightShiftScenes(options) }),
  "250k": (options) => ({ train: quarterMillionScenes(options) }),
};

/** The names of all of them. */
export const sceneSetNames: readonly SceneSetName[] = Object.keys(sets) as SceneSetName[];

/**
 * A set of scenes by its name: its splits, or its only part.
 *
 * @throws UsageError when there is no such set; it says which there are
 * @example
 * Object.keys(namedScenes("simplified")); // ["train", "trainVal", "testVal", "test"]
 */
export function namedScenes(name: SceneSetName, options: NamedScenesOptions = {}): Record<string, Dataset> {
  const make = sets[name];
  if (Object.hasOwn(sets, name)) return make(options);
  const meant = nearestName(name, sceneSetNames);
  throw new UsageError({
    got: `there is no set of scenes named "${name}".`,
    expected: `one of ${sceneSetNames.map((known) => `"${known}"`).join(", ")}.`,
    fix: meant === undefined ? 'pass "simplified".' : `write "${meant}" instead of "${name}".`,
  });
}
