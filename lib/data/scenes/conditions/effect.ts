import type { RandomSource } from "../../../core/index.js";
import type { Canvas } from "../raster/index.js";
import type { Scene } from "../scene.js";

/**
 * Changes a drawn scene in place. Severity is 1 (just noticeable) to 5 (as bad as it gets); `random` is this
 * scene's stream for this condition.
 */
export type Effect = (canvas: Canvas, scene: Scene, severity: number, random: RandomSource) => void;
