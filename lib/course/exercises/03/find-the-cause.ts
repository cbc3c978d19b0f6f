import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const causes = [
  "learning-rate-too-low",
  "dead-units",
  "too-much-dropout",
  "regularization-too-strong",
  "symmetric-initialization",
] as const;

export const findTheCause: ExerciseSheet<(typeof causes)[number]> = {
  id: "03.2",
  stars: 2,
  statement: `This network cannot learn a batch. Which cause does the experiment confirm?

\`\`\`ts
const patient = tf.sequential({
  layers: [
    tf.layers.dense({
      inputShape: [784],
      units: 32,
      activation: "relu",
      biasInitializer: tf.initializers.constant({ value: -50 }),
    }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
\`\`\``,
  answer: oneOf(...causes),
  hints: [
    '`debugging.overfitOneBatch({ model: patient, optimizer: "adam", loss: "categoricalCrossentropy", train })` with the digits as rows of 784 numbers.',
    "What does ReLU make of a sum from which 50 is taken away, and what is its gradient there?",
  ],
  solution: `
import * as tf from "@tensorflow/tfjs";
import { backend, data, debugging, training } from "../lib";

await backend.start();
const patient = tf.sequential({
  layers: [
    tf.layers.dense({
      ...{ units: 32, activation: "relu", inputShape: [784] },
      biasInitializer: tf.initializers.constant({ value: -50 }),
    }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
const { x, y } = training.toTensors(data.digits({ samples: 64 }));
const train = { x: x.reshape([64, 784]), y };
const program = { model: patient, optimizer: "adam", loss: "categoricalCrossentropy", train };
const experiment = await debugging.overfitOneBatch(program, { steps: 60, seconds: 120 });
experiment?.causes[0]?.code;`,
  judge(cause) {
    if (cause === "dead-units")
      return right(
        "With −50 no unit of the first layer ever answers, so no gradient passes it: dead from the first step on.",
      );
    if (cause === "symmetric-initialization")
      return wrong(
        "the units differ from each other, for their kernels were drawn at random; it does not help them.",
      );
    if (cause === "learning-rate-too-low")
      return wrong("no rate helps where the gradient is 0: the experiment tries higher ones, too.");
    if (cause === "too-much-dropout")
      return wrong("there is no dropout in it; something else puts all units to 0.");
    return wrong("nothing pulls at the weights here; look at the bias and at what ReLU does below 0.");
  },
};
