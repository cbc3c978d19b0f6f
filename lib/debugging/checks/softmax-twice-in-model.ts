import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import type { Case } from "../program/case.js";
import { layersOf } from "../program/layers-of.js";
import { snapshot } from "../program/snapshot.js";
import { numberText } from "../wording/number-text.js";
import { doubleSoftmax } from "../wording/output.js";

/** The last layer's weights are made this much larger: one softmax then answers 0 or 1. */
const amplification = 1000;

/**
 * Finds a softmax on a softmax inside the model, by its layers or by what it can no longer say: with enormous
 * weights in the last layer one softmax answers 1 for some class, a second one never more than e/(e + classes − 1).
 *
 * @param distribution - whether the model's answers are shares of 1
 */
export async function softmaxTwiceInModel(
  patient: Case,
  distribution: boolean,
): Promise<Finding | undefined> {
  const { activations, units } = patient;
  const fix = "keep one softmax: leave it out of the layer before the last, or remove the extra layer.";
  if (activations.filter((activation) => activation === "softmax").length > 1)
    return doubleSoftmax({
      where: "last layer",
      evidence: "the model ends in a softmax and another softmax right behind it.",
      fix,
      by: "by-signature",
    });
  if (!distribution || units < 2) return undefined;
  const ceiling = Math.E / (Math.E + units - 1);
  const largest = await largestAnswer(patient);
  if (largest === undefined || Math.abs(largest - ceiling) > 0.005) return undefined;
  return doubleSoftmax({
    where: "last layer",
    evidence:
      `with weights ${amplification} times larger in the last layer the surest answer is still ${numberText(largest)}; ` +
      `e/(e + ${units} − 1) = ${numberText(ceiling)} is the most that a softmax of a softmax can say.`,
    fix,
    by: "by-intervention",
  });
}

/** The largest probability among some answers once the last layer shouts. */
async function largestAnswer(patient: Case): Promise<number | undefined> {
  const last = layersOf(patient.model).findLast((layer) => layer.countParams() > 0);
  if (last === undefined) return undefined;
  const before = await snapshot(patient.model);
  const rows = patient.rows(patient.someRows(32));
  try {
    const louder = tf.tidy(() => last.getWeights().map((weight) => tf.keep(weight.mul(amplification))));
    last.setWeights(louder);
    tf.dispose(louder);
    const largest = tf.tidy(() => patient.predict(rows.x).max());
    const value = (await largest.data())[0]!;
    largest.dispose();
    return value;
  } finally {
    await before.restore();
    before.dispose();
    tf.dispose([rows.x, rows.y]);
  }
}
