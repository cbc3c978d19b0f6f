import type { RandomSource } from "../../../core/index.js";
import type { Canvas } from "../raster/index.js";
import type { Scene } from "../scene.js";

/** What a scene can be under, in the order in which the effects are applied. */
export type Condition = "night" | "reflections" | "rain" | "fog" | "glare";

/** Every condition, in the order in which the effects are applied: from the street to the lens. */
export const conditionNames: readonly Condition[] = ["night", "reflections", "rain", "fog", "glare"];

/**
 * Changes a drawn scene in place. Severity is 1 (just noticeable) to 5 (as bad as it gets); `random` is this
 * scene's stream for this condition.
 */
export type Effect = (canvas: Canvas, scene: Scene, severity: number, random: RandomSource) => void;
