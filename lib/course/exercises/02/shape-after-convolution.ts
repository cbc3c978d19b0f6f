import { numbers } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const shapeAfterConvolution: ExerciseSheet<number[]> = {
  id: "02.1",
  stars: 1,
  statement:
    'A batch of shape [32, 28, 28, 1] goes through a convolution with 6 filters of 5 × 5, stride 1, `padding: "valid"`. Which shape comes out?',
  answer: numbers(4),
  hints: [
    "The axes stay in their order: batch, height, width, channels.",
    "In how many places does a window of 5 fit into a row of 28?",
  ],
  solution: `
import * as tf from "@tensorflow/tfjs";

const convolution = tf.layers.conv2d({ filters: 6, kernelSize: 5, padding: "valid" });
(convolution.apply(tf.input({ batchShape: [32, 28, 28, 1] })) as tf.SymbolicTensor).shape;`,
  judge(shape) {
    const is = (...wanted: number[]) => shape.join() === wanted.join();
    if (is(32, 24, 24, 6)) return right("28 − 5 + 1 = 24 places each way, and one channel for each filter.");
    if (is(32, 28, 28, 6)) return wrong('that is `padding: "same"`, which puts zeros around the picture.');
    if (is(32, 23, 23, 6))
      return wrong("it is one more: a window of 28 would fit into a row of 28 once, not 0 times.");
    if (is(32, 6, 24, 24))
      return wrong("that is channels first, PyTorch's order; here the channels come last.");
    if (shape[3] === 1) return wrong("each filter makes a channel of its own, and there are six.");
    if (shape[0] !== 32) return wrong("the batch axis is untouched: 32 samples go in, and 32 come out.");
    return wrong(`[${shape.join(", ")}] is not what a window of 5 × 5 leaves; count its places in one row.`);
  },
};
