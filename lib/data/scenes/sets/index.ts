export { type FourSplitsOptions, fourSplits, type SceneSplits } from "./four-splits.js";
export { type FullScenesOptions, fullScenes, quarterMillionScenes } from "./full-scenes.js";
export { type NamedScenesOptions, namedScenes, type SceneSetName, sceneSetNames } from "./named-scenes.js";
export { type NightShiftScenesOptions, nightShiftScenes } from "./night-shift-scenes.js";
export { type SimplifiedScenesOptions, simplifiedScenes } from "./simplified-scenes.js";
