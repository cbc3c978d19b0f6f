/**
 * What can make a scene hard, each with a severity from 0 (absent) to 5, in the order in which they take effect: what is
 * asked, what stands where, what the weather does, and what the camera makes of it.
 */
export const conditionNames = [
  "imbalance",
  "lookAlikes",
  "farAway",
  "pose",
  "camouflage",
  "cameraHeight",
  "truncation",
  "clutter",
  "crowd",
  "occlusion",
  "night",
  "headlights",
  "reflections",
  "rain",
  "snow",
  "fog",
  "glare",
  "motionBlur",
  "lowResolution",
  "sensorNoise",
  "compression",
] as const;

/** The name of one of them. */
export type Condition = (typeof conditionNames)[number];
