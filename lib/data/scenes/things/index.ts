export { lookAlikes } from "./look-alikes/index.js";
export { person } from "./person.js";
export { streetFurniture } from "./street-furniture/index.js";
export type { ThingKind } from "./thing.js";
