import { backdropOf } from "./backdrop.js";
import { type Canvas, ellipse, type Pen, penWith, surface } from "./raster/index.js";
import type { PlacedThing, Scene } from "./scene.js";
import { purposeOf } from "./streams.js";
import { across, drawGround, drawSky, drawWalls, groundAt, type Street } from "./street/index.js";
import type { Manner, ThingKind } from "./things/index.js";

const steadyNoise = 0.012;
const looksPurpose = purposeOf("looks");

/**
 * Draws a scene, far things first, with nothing in front of the lens.
 *
 * @param posterior - how probable the person is: one who is only probable is drawn as opaquely over the stand-in
 */
export function drawScene(canvas: Canvas, scene: Scene, street: Street, posterior: number): void {
  const { figure, others } = scene;
  canvas.lamps.length = 0;
  canvas.noise = steadyNoise;
  drawSky(canvas, street);
  drawWalls(canvas, street);
  drawGround(canvas, street);
  const things = [...others, figure].sort((a, b) => b.distance - a.distance);
  for (const thing of things)
    if (thing === figure) drawFigure(canvas, scene, posterior);
    else drawThing(penFor(canvas, scene, thing), scene, thing, thing.kind);
}

function drawFigure(canvas: Canvas, scene: Scene, posterior: number): void {
  const { figure } = scene;
  const pen = penFor(canvas, scene, figure);
  const { camouflage } = figure.manner;
  const manner = camouflage > 0 ? { ...figure.manner, backdrop: backdropOf(pen) } : figure.manner;
  if (posterior < 1)
    drawThing(penWith(pen, { surface: surface.standIn }), scene, figure, figure.standIn, manner);
  if (posterior > 0)
    drawThing(
      penWith(pen, { opacity: posterior, surface: surface.person }),
      scene,
      figure,
      figure.kind,
      manner,
    );
}

function penFor(canvas: Canvas, { site: { camera, light } }: Scene, { x, distance, unit }: PlacedThing): Pen {
  const scale = (camera.focal / distance) * unit * canvas.size;
  return {
    canvas,
    left: across(camera, x, distance) * canvas.size,
    ground: groundAt(camera, distance) * canvas.size,
    scale,
    rise: scale * camera.squash,
    opacity: 1,
    distance,
    surface: surface.thing,
    light,
  };
}

function drawThing(pen: Pen, scene: Scene, thing: PlacedThing, kind: ThingKind, manner?: Manner): void {
  drawShadow(pen, kind.hides[0]);
  kind.draw(pen, scene.streams(scene.index, looksPurpose, thing.number), manner);
}

/** A dark patch under the thing, reaching away from the sun. */
function drawShadow(pen: Pen, width: number): void {
  const onGround = penWith(pen, { opacity: 0.45 * pen.opacity, surface: surface.ground });
  ellipse(onGround, -pen.light * width * 0.5, 0, width * 0.85, width * 0.14, [0.05, 0.05, 0.08], 2);
}
