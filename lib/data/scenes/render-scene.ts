import { drawSeverities } from "./conditions/severities.js";
import { drawScene } from "./draw-scene.js";
import { planScene, truthOf } from "./plan-scene.js";
import type { Canvas } from "./raster/index.js";
import type { SceneSettings } from "./scene-options.js";
import { purposeOf } from "./streams.js";
import { planStreet } from "./street/index.js";
import { toBytes } from "./to-bytes.js";

const streetPurpose = purposeOf("street");

/** Draws image `index` under its conditions into `bytes`, shape [size, size, 3]. */
export function renderScene(canvas: Canvas, settings: SceneSettings, index: number, bytes: Uint8Array): void {
  const { streams, conditions } = settings;
  const severities = drawSeverities(streams, index, conditions);
  const scene = planScene(settings, index, severities);
  const street = planStreet(scene.site, streams(index, streetPurpose));
  drawScene(canvas, scene, street, truthOf(settings, index).posterior);
  for (const { condition, severity } of severities)
    condition.draw?.(canvas, scene, severity, streams(index, condition.details));
  toBytes(canvas, street.exposure, street.grain, bytes);
  for (const { condition, severity } of severities) condition.store?.(bytes, canvas.size, severity);
}

/** Draws image `index` without weather, so that the canvas knows which pixels show what. */
export function renderSurfaces(canvas: Canvas, settings: SceneSettings, index: number): void {
  const scene = planScene(settings, index);
  const street = planStreet(scene.site, settings.streams(index, streetPurpose));
  drawScene(canvas, scene, street, truthOf(settings, index).posterior);
}
