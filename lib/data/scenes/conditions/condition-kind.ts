import type { RandomSource } from "../../../core/index.js";
import type { Canvas } from "../raster/index.js";
import type { Scene, ScenePlan } from "../scene.js";

/**
 * What a condition does, at severity 1 (just noticeable) to 5 (as bad as it gets). Most need one of the four. `random` is
 * this scene's own stream for this condition, begun afresh for each of them.
 */
export interface ConditionKind {
  /** Changes what the scene is planned from. */
  readonly plan?: (plan: ScenePlan, severity: number) => ScenePlan;
  /** Changes what stands where. */
  readonly arrange?: (scene: Scene, severity: number, random: RandomSource) => Scene;
  /** Changes the drawn picture in place. */
  readonly draw?: Effect;
  /** Changes the finished picture in place: bytes of shape [size, size, 3]. */
  readonly store?: (bytes: Uint8Array, size: number, severity: number) => void;
}

/** A change to a drawn picture. */
export type Effect = (canvas: Canvas, scene: Scene, severity: number, random: RandomSource) => void;
