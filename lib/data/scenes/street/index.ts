export { across, type Camera, groundAt, heightAt, lateral } from "./camera.js";
export { drawGround } from "./draw-ground.js";
export { drawSky } from "./draw-sky.js";
export { drawWalls } from "./draw-walls.js";
export { planSite } from "./plan-site.js";
export { planStreet } from "./plan-street.js";
export type { Site } from "./site.js";
export { type Lot, type Street, streetEnd } from "./street.js";
