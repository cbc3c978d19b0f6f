import type * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import { valueRange } from "../program/value-range.js";
import * as words from "../wording/data.js";
import { unequalLengths } from "../wording/labels.js";
import type { Check } from "./check.js";

/** Every number of the data is finite, and every sample has a label. */
export const finiteData: Check = {
  name: "data: finite numbers, a label for each sample",
  async run({ x, y, validation }) {
    const parts = {
      "train.x": x,
      "train.y": y,
      "validation.x": validation?.x,
      "validation.y": validation?.y,
    };
    const findings: Finding[] = [];
    for (const [where, tensor] of Object.entries(parts))
      if (tensor !== undefined) findings.push(...(await nonFinite(tensor, where)));
    return [
      ...lengths(x, y, "train"),
      ...(validation ? lengths(validation.x, validation.y, "validation") : []),
      ...findings,
    ];
  },
};

async function nonFinite(tensor: tf.Tensor, where: string): Promise<Finding[]> {
  const values = await tensor.data();
  const { nonFinite: count, firstNonFinite } = valueRange(values);
  if (count === 0) return [];
  const row = Math.floor((firstNonFinite * (tensor.shape[0] ?? 1)) / values.length);
  return [words.nonFiniteData({ where, count, value: values[firstNonFinite]!, row })];
}

function lengths(x: tf.Tensor, y: tf.Tensor, where: string): Finding[] {
  const [samples, labels] = [x.shape[0] ?? 0, y.shape[0] ?? 0];
  return samples === labels ? [] : [unequalLengths({ where, samples, labels })];
}
