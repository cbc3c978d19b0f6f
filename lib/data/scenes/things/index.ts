export { lookAlike, lookAlikes } from "./look-alikes/index.js";
export { type Manner, ordinary } from "./manner.js";
export { barrier, column } from "./occluders/index.js";
export { person } from "./person/index.js";
export { streetFurniture } from "./street-furniture/index.js";
export type { ThingKind } from "./thing.js";
