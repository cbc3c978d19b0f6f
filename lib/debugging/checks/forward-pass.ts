import * as tf from "@tensorflow/tfjs";
import { type Finding, UsageError } from "../../core/index.js";
import type { Case } from "../program/case.js";
import { stepThrough } from "../step-through.js";
import * as words from "../wording/forward.js";
import { numberText } from "../wording/number-text.js";
import { type Check, skipWhenExplained } from "./check.js";

/** Two answers that differ by less than this share of their size are the same, in float32. */
const sameAnswer = 1e-3;

/** One batch goes through every layer, stays finite, and each sample is answered by itself. */
export const forwardPass: Check = {
  name: "forward pass: shapes, finite numbers, each sample by itself",
  async run(patient, earlier) {
    skipWhenExplained(earlier);
    const rows = patient.rows(patient.someRows(16));
    try {
      if (patient.model.trainableWeights.length === 0)
        return [words.nothingTrainable({ weights: patient.model.countParams() })];
      const stuck = await layerByLayer(patient, rows.x);
      return stuck.length > 0 ? stuck : await sampleBySample(patient, rows.x);
    } finally {
      tf.dispose([rows.x, rows.y]);
    }
  },
};

async function layerByLayer({ model, program }: Case, x: tf.Tensor): Promise<Finding[]> {
  // With its own predict the program may prepare the samples first; the model alone would see them unprepared.
  if (program.predict !== undefined) return [];
  try {
    const broken = (await stepThrough(model, x)).find(({ nonFinite }) => nonFinite > 0);
    return broken ? [words.nonFiniteLayer({ layer: broken.layer, count: broken.nonFinite })] : [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (program.step !== undefined) return []; // its step may reshape them
    const wanted = model.inputs[0]!.shape.slice(1);
    const sample = x.shape.slice(1);
    if (isRotation(sample, wanted)) return [words.channelsOrder({ sample, wanted })];
    return [words.shapeMismatch({ evidence: error.got, fix: error.fix })];
  }
}

/** The same sizes with the first one last, or the last one first, and not by chance the same shape. */
function isRotation(sample: readonly number[], wanted: readonly (number | null)[]): boolean {
  const equal = (sizes: readonly number[]) => sizes.every((size, axis) => size === wanted[axis]);
  return (
    sample.length === 3 &&
    wanted.length === 3 &&
    !equal(sample) &&
    equal([sample[1]!, sample[2]!, sample[0]!])
  );
}

async function sampleBySample({ predict, units }: Case, x: tf.Tensor): Promise<Finding[]> {
  const size = x.shape[0]!;
  if (size < 2) return [];
  const answers = predict(x);
  // The first sample stays, the others are turned round and halved.
  const others = tf.tidy(() => tf.concat([x.slice(0, 1), x.slice(1).reverse(0).mul(0.5).cast(x.dtype)]));
  const changed = predict(others);
  try {
    if (answers.shape[0] !== size)
      return [
        words.shapeMismatch({
          evidence: `${size} samples give an output of shape [${answers.shape.join(", ")}].`,
          fix: "keep the batch axis first and as long as it was: reshape([-1, …]) with the sizes of one sample.",
        }),
      ];
    const [before, after] = [await answers.data(), await changed.data()];
    if (units > 1 && answers.rank === 2 && (await sumsToOne(answers, 0)) && !(await sumsToOne(answers, 1)))
      return [words.wrongSoftmaxAxis()];
    const one = before.length / size;
    const scale = Math.max(...Array.from(before, Math.abs), 1e-6);
    const change = Math.max(...Array.from({ length: one }, (_, i) => Math.abs(before[i]! - after[i]!)));
    return change > sameAnswer * scale ? [words.batchMixing({ change: numberText(change) })] : [];
  } finally {
    tf.dispose([answers, others, changed]);
  }
}

async function sumsToOne(answers: tf.Tensor, axis: number): Promise<boolean> {
  const sums = answers.sum(axis);
  const values = await sums.data();
  sums.dispose();
  return values.every((sum) => Math.abs(sum - 1) < 1e-3);
}
