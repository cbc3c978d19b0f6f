// The digits with one bug: the first label was taken for a header line, so every label stands one place off.
//
//   npx deep-pessimist doctor examples/faulty/labels-shifted.ts

import type * as tf from "@tensorflow/tfjs";
import type { debugging } from "deep-pessimist";
import digitsProgram from "../digits.js";

export default function labelsShifted(seed: number): debugging.TrainingProgram {
  const program = digitsProgram(seed);
  const { x, y } = program.train as { x: tf.Tensor; y: tf.Tensor };
  const samples = x.shape[0]! - 1;
  return { ...program, train: { x: x.slice(0, samples), y: y.slice(1, samples) } };
}
