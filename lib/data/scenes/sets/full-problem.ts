import type { MakeScenesOptions } from "../make-scenes.js";

/**
 * Everything that can make a scene hard, alone and together: half of the images have a condition, a seventh several.
 *
 * No more than that, so that a narrow network on two cores learns the whole: at five times these shares, with smaller
 * figures, it was still at chance after 45,000 images.
 */
export const fullProblem: MakeScenesOptions = {
  objects: 4,
  spread: 0.6,
  lookAlikeShare: 0.1,
  figureHeight: [0.5, 0.9],
  ambiguity: 0.01,
  conditions: {
    lookAlikes: 0.06,
    farAway: 0.05,
    pose: 0.05,
    camouflage: 0.04,
    cameraHeight: 0.03,
    truncation: 0.02,
    clutter: 0.06,
    crowd: 0.02,
    occlusion: 0.04,
    night: 0.04,
    headlights: 0.02,
    reflections: 0.03,
    rain: 0.02,
    snow: 0.01,
    fog: 0.02,
    glare: 0.02,
    motionBlur: { share: 0.03, severity: [1, 4] },
    lowResolution: { share: 0.02, severity: [1, 4] },
    sensorNoise: { share: 0.04, severity: [1, 3] },
    compression: { share: 0.05, severity: [1, 3] },
  },
};
