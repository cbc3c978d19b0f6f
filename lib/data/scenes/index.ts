export type { Condition } from "./conditions/condition.js";
export { type MakeScenesOptions, makeScenes } from "./make-scenes.js";
export {
  type SimplifiedScenes,
  type SimplifiedScenesOptions,
  simplifiedScenes,
} from "./simplified-scenes.js";
