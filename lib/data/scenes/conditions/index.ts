import { cameraHeight } from "./camera-height.js";
import { camouflage } from "./camouflage.js";
import { clutter } from "./clutter.js";
import { compression } from "./compression.js";
import type { Condition } from "./condition.js";
import type { ConditionKind } from "./condition-kind.js";
import { crowd } from "./crowd.js";
import { farAway } from "./far-away.js";
import { fog } from "./fog.js";
import { glare } from "./glare.js";
import { headlights } from "./headlights.js";
import { imbalance } from "./imbalance.js";
import { lookAlikes } from "./look-alikes.js";
import { lowResolution } from "./low-resolution.js";
import { motionBlur } from "./motion-blur.js";
import { night } from "./night.js";
import { occlusion } from "./occlusion.js";
import { pose } from "./pose.js";
import { rain } from "./rain.js";
import { reflections } from "./reflections.js";
import { sensorNoise } from "./sensor-noise.js";
import { snow } from "./snow.js";
import { truncation } from "./truncation.js";

/** What each condition does. */
export const conditionKinds: Readonly<Record<Condition, ConditionKind>> = {
  imbalance,
  lookAlikes,
  farAway,
  pose,
  camouflage,
  cameraHeight,
  truncation,
  clutter,
  crowd,
  occlusion,
  night,
  headlights,
  reflections,
  rain,
  snow,
  fog,
  glare,
  motionBlur,
  lowResolution,
  sensorNoise,
  compression,
};
