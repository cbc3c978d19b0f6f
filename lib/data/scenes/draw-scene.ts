import { randomSource } from "../../core/index.js";
import { conditionNames } from "./conditions/condition.js";
import { effects } from "./conditions/index.js";
import { type Canvas, ellipse, type Pen, surface } from "./raster/index.js";
import type { PlacedThing, Scene } from "./scene.js";
import { across, drawGround, drawSky, drawWalls, groundAt } from "./street/index.js";
import { person } from "./things/index.js";

const steadyNoise = 0.012;

/** Draws a scene, far things first, then what each condition does to it. */
export function drawScene(canvas: Canvas, scene: Scene): void {
  const { street, seed, index, severities } = scene;
  canvas.lamps.length = 0;
  canvas.noise = steadyNoise;
  drawSky(canvas, street);
  drawWalls(canvas, street);
  drawGround(canvas, street);
  for (const thing of scene.things) drawThing(canvas, scene, thing);
  for (const name of conditionNames) {
    const severity = severities[name];
    if (severity !== undefined)
      effects[name](canvas, scene, severity, randomSource(seed, "scene", index, name, "effect"));
  }
}

function drawThing(canvas: Canvas, { street, seed, index }: Scene, thing: PlacedThing): void {
  const { camera, light } = street;
  const pen: Pen = {
    canvas,
    left: across(camera, thing.x, thing.distance) * canvas.size,
    ground: groundAt(camera, thing.distance) * canvas.size,
    scale: (camera.focal / thing.distance) * thing.unit * canvas.size,
    opacity: thing.opacity,
    distance: thing.distance,
    surface: thing.kind === person ? surface.person : surface.thing,
    light,
  };
  drawShadow(pen, thing.kind.hides[0]);
  thing.kind.draw(pen, randomSource(seed, "scene", index, thing.stream, "looks"));
}

/** A dark patch under the thing, reaching away from the sun. */
function drawShadow(pen: Pen, width: number): void {
  const onGround: Pen = { ...pen, opacity: 0.45 * pen.opacity, surface: surface.ground };
  ellipse(onGround, -pen.light * width * 0.5, 0, width * 0.85, width * 0.14, [0.05, 0.05, 0.08], 2);
}
