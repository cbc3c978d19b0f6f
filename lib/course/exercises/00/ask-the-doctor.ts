import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const codes = [
  "learning-rate-too-low",
  "labels-misaligned",
  "underfitting",
  "updates-not-applied",
  "too-few-steps",
] as const;

export const askTheDoctor: ExerciseSheet<(typeof codes)[number]> = {
  id: "00.2",
  stars: 2,
  statement:
    "Ask the doctor about run 2, which had `optimizer: tf.train.adam(1e-6)` and the right labels. Which code does its first finding bear?",
  answer: oneOf(...codes),
  hints: [
    "Copy the cell with `diagnose`; the labels are right in run 2, so `train: training.toTensors(train)`.",
    "The code is in `diagnosis.findings[0]?.code`.",
  ],
  solution: `
import * as tf from "@tensorflow/tfjs";
import { backend, data, debugging, models, training } from "../lib";

await backend.start();
// The doctor's last question, alone; diagnose() asks the others, too.
const experiment = await debugging.overfitOneBatch(
  {
    model: models.leNet({ inputShape: [28, 28, 1], classes: 10 }),
    optimizer: tf.train.adam(1e-6),
    loss: "categoricalCrossentropy",
    train: training.toTensors(data.digits({ samples: 100 })),
  },
  { steps: 60, seconds: 120 },
);
experiment?.causes[0]?.code;`,
  judge(code) {
    if (code === "learning-rate-too-low")
      return right(
        "The loss hardly moved on a single batch, and with a higher rate it fell: that is what confirmed it.",
      );
    if (code === "labels-misaligned")
      return wrong("that is run 1. In run 2 every image has its own label: pass `train`, not `slipped`.");
    if (code === "underfitting")
      return wrong(
        "that is the symptom. The doctor goes on to change one thing at a time, until training helps.",
      );
    if (code === "updates-not-applied")
      return wrong(
        "the weights do move, if only by a millionth a step; the doctor looks whether they changed at all.",
      );
    return wrong(
      "more steps would help, but a thousand times as many; something else is a thousand times too small.",
    );
  },
};
