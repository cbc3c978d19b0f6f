/** What a body can do besides walking: tangents of half angles, for somebody who faces right. */
export interface Attitude {
  /** Of the spine, forward. */
  readonly lean: number;
  readonly front: readonly [thigh: number, shin: number];
  readonly back: readonly [thigh: number, shin: number];
  /** Body heights above the ground. */
  readonly lift: number;
  /** Both arms, as mirror images. */
  readonly arms: readonly [upper: number, lower: number];
}

/** Each as it is in full; the condition goes only part of the way at low severities. */
export const attitudes: readonly Attitude[] = [
  // Bent over, as to pick something up.
  { lean: 0.9, front: [0.12, 0], back: [-0.12, -0.2], lift: 0, arms: [0.1, 0] },
  // Crouching.
  { lean: 0.25, front: [0.9, -0.35], back: [0.7, -0.6], lift: 0, arms: [0.4, 0.9] },
  // Leaping, limbs spread.
  { lean: 0, front: [0.5, 0.45], back: [-0.5, -0.45], lift: 0.1, arms: [1.5, 1.9] },
  // Running.
  { lean: 0.22, front: [0.62, 0.1], back: [-0.5, -1.3], lift: 0.03, arms: [0.6, 1.4] },
  // Sitting on the ground.
  { lean: -0.3, front: [0.95, 0.8], back: [1.15, 0.35], lift: 0, arms: [0.35, 0.2] },
  // Fallen.
  { lean: 0.95, front: [-0.9, -0.95], back: [-1, -0.8], lift: 0, arms: [1, 1.3] },
];
