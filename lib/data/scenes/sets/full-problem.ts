import type { MakeScenesOptions } from "../make-scenes.js";

/**
 * Everything that can make a scene hard, alone and together: of twenty images six have a condition, and one has several.
 *
 * No more than that, so that a narrow network on two cores learns the whole: at ten times these shares, with smaller
 * figures, it was still at chance after 45,000 images.
 */
export const fullProblem: MakeScenesOptions = {
  objects: 4,
  spread: 0.6,
  lookAlikeShare: 0.1,
  figureHeight: [0.5, 0.9],
  ambiguity: 0.01,
  conditions: {
    lookAlikes: 0.03,
    farAway: 0.03,
    pose: 0.03,
    camouflage: 0.02,
    cameraHeight: 0.02,
    truncation: 0.01,
    clutter: 0.03,
    crowd: 0.01,
    occlusion: 0.02,
    night: 0.02,
    headlights: 0.01,
    reflections: 0.02,
    rain: 0.01,
    snow: 0.01,
    fog: 0.01,
    glare: 0.01,
    motionBlur: { share: 0.01, severity: [1, 4] },
    lowResolution: { share: 0.01, severity: [1, 4] },
    sensorNoise: { share: 0.02, severity: [1, 3] },
    compression: { share: 0.02, severity: [1, 3] },
  },
};
