/** The values at which the packaged benchmark was recorded, in all combinations; `momentum` exists with sgd alone. */
export const recordedLevels: {
  readonly learningRate: readonly number[];
  readonly optimizer: readonly ["sgd", "adam"];
  readonly momentum: readonly number[];
  readonly units: readonly number[];
  readonly activation: readonly ["relu", "tanh"];
  readonly batchSize: readonly [8, 32];
  readonly weightDecay: readonly number[];
} = {
  learningRate: [1e-4, 3.162e-4, 1e-3, 3.162e-3, 1e-2, 3.162e-2, 0.1, 0.3162, 1],
  optimizer: ["sgd", "adam"],
  momentum: [0, 0.7, 0.95],
  units: [2, 4, 8, 16, 32],
  activation: ["relu", "tanh"],
  batchSize: [8, 32],
  weightDecay: [1e-4, 3.162e-3, 0.1],
};

/** How often each combination was trained, and for how many epochs. */
export const recordedSeeds = 5;
export const recordedEpochs = 30;
/** How many images the error is counted on after each epoch, and how many others at the end. */
export const recordedTrainVal = 400;
export const recordedTest = 1000;
