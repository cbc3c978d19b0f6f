// The digits with one bug: the model ends in a softmax, and the loss applies another one.
//
//   npx deep-pessimist doctor examples/faulty/softmax-twice.ts

import * as tf from "@tensorflow/tfjs";
import type { debugging } from "deep-pessimist";
import digitsProgram from "../digits.js";

export default function softmaxTwice(seed: number): debugging.TrainingProgram {
  return { ...digitsProgram(seed), loss: (y, output) => tf.losses.softmaxCrossEntropy(y, output) };
}
