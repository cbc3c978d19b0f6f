import type { Camera } from "./camera.js";

/** What must be known of a street to place things in it. Lengths are metres. */
export interface Site {
  readonly camera: Camera;
  /** Edges of the road, metres right of the camera. */
  readonly road: readonly [left: number, right: number];
  /** Where the sun stands: −1 far left … 1 far right. */
  readonly light: number;
}
