export { type Condition, conditionNames } from "./conditions/condition.js";
export type { ConditionSetting, SceneConditions } from "./conditions/condition-setting.js";
export { type MakeScenesOptions, makeScenes } from "./make-scenes.js";
export { personMasks } from "./person-masks.js";
export { type ScenePairs, scenePairs } from "./scene-pairs.js";
export * from "./sets/index.js";
