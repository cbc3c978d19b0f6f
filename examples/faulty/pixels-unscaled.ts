// The digits with one bug: the pixels go in as bytes, 0 to 255.
//
//   npx deep-pessimist doctor examples/faulty/pixels-unscaled.ts

import type * as tf from "@tensorflow/tfjs";
import type { debugging } from "deep-pessimist";
import digitsProgram from "../digits.js";

export default function pixelsUnscaled(seed: number): debugging.TrainingProgram {
  const program = digitsProgram(seed);
  const asBytes = ({ x, y }: debugging.LabelledSamples) => ({ x: (x as tf.Tensor).add(1).mul(127.5), y });
  return { ...program, train: asBytes(program.train), validation: asBytes(program.validation!) };
}
