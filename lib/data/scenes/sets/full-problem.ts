import type { MakeScenesOptions } from "../make-scenes.js";

/** Everything that can make a scene hard, about as often and as badly as a year of driving would have it. */
export const fullProblem: MakeScenesOptions = {
  objects: 7,
  figureHeight: [0.3, 0.75],
  ambiguity: 0.01,
  conditions: {
    lookAlikes: 0.3,
    farAway: 0.25,
    pose: 0.25,
    camouflage: 0.2,
    cameraHeight: 0.15,
    truncation: 0.1,
    clutter: 0.3,
    crowd: 0.1,
    occlusion: 0.2,
    night: 0.2,
    headlights: 0.1,
    reflections: 0.15,
    rain: 0.12,
    snow: 0.06,
    fog: 0.08,
    glare: 0.12,
    motionBlur: { share: 0.15, severity: [1, 4] },
    lowResolution: { share: 0.1, severity: [1, 4] },
    sensorNoise: { share: 0.2, severity: [1, 3] },
    compression: { share: 0.25, severity: [1, 3] },
  },
};
