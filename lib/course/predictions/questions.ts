import type { Question } from "./question.js";

/** Every question of the course, in reading order. */
export const questions: readonly Question[] = [
  {
    id: "00.1",
    about: "faulty run with the lowest loss",
    answers: ["bug", "hyperparameter", "model", "dataset"],
  },
  {
    id: "00.2",
    about: "the doctor's word for run 1",
    answers: ["nothing", "learning-rate-too-high", "underfitting", "labels-misaligned"],
  },
  { id: "01.1", about: "LeNet's error on the test set", answers: { from: 0, to: 0.5, as: "percent" } },
  {
    id: "01.2",
    about: "largest part of that error",
    answers: ["avoidableBias", "variance", "distributionShift"],
  },
  { id: "01.3", about: "LSTM against the rule of thumb", answers: ["better", "worse", "cannot tell"] },
  { id: "02.1", about: "shape of [32] minus [32, 1]", answers: ["an error", "[32]", "[32, 1]", "[32, 32]"] },
  {
    id: "02.2",
    about: "own softmax of 1,000 and 1,001",
    answers: ["0.27 and 0.73", "0 and 1", "NaN", "an error"],
  },
  { id: "02.3", about: "memory of a batch of 4,096, in GB", answers: { from: 0, to: 16 } },
  { id: "03.1", about: "steps to learn 32 digits by heart", answers: { from: 0, to: 300 } },
  { id: "03.2", about: "one batch, sign flipped", answers: ["rises", "explodes", "oscillates", "plateaus"] },
  {
    id: "03.3",
    about: "one batch, weights all zero",
    answers: ["rises", "explodes", "oscillates", "plateaus"],
  },
  {
    id: "06.1",
    about: "largest term of the test error",
    answers: ["avoidableBias", "variance", "distributionShift", "validationOverfitting"],
  },
  { id: "06.2", about: "the shift, by a tenth of the images", answers: ["above 0", "cannot tell"] },
  {
    id: "11.1",
    about: "hyperparameter that matters most",
    answers: ["learningRate", "units", "batchSize", "weightDecay"],
  },
  {
    id: "11.2",
    about: "method ahead after thirty trainings",
    answers: ["grid", "random", "coarse-to-fine", "Bayesian", "stopped early"],
  },
];
