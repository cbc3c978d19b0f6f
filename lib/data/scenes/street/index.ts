export { across, type Camera, groundAt, lateral } from "./camera.js";
export { drawGround } from "./draw-ground.js";
export { drawSky } from "./draw-sky.js";
export { drawWalls } from "./draw-walls.js";
export { planStreet } from "./plan-street.js";
export { type Lot, type Street, streetEnd } from "./street.js";
