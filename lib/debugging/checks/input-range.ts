import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import { asTensor } from "../program/as-tensor.js";
import { observeLayers } from "../program/observe-layers.js";
import { ownOptimizer, snapshot } from "../program/snapshot.js";
import { valueRange } from "../program/value-range.js";
import * as words from "../wording/data.js";
import { type Check, skipWhenExplained } from "./check.js";

/** Standardised inputs have size 1; ten times that is no scaling at all, and pixels 0…255 have about 80. */
const largestSize = 10;

/** Pixels divided by 255 twice differ by 0.001; anything scaled once differs by more than this. */
const smallestDeviation = 0.01;

/** Training and validation samples of one kind have sizes within this factor. */
const scaleFactor = 5;

/** First layers that scale their input themselves, or take whole numbers for names. */
const scalesItself = ["BatchNormalization", "LayerNormalization", "Embedding"];

/** Options for {@link checkInputRange}. */
export interface CheckInputRangeOptions {
  /** What stands between the samples and the first trainable layer; defaults to nothing. */
  model?: tf.LayersModel;
  /** Calls the model, where that is not `model.predict`; it may prepare the samples first. */
  run?: (x: tf.Tensor) => unknown;
  /** How findings call the samples; defaults to "train.x". */
  where?: string;
}

/**
 * Whether the numbers that the first trainable layer sees are of the size that its initial weights are made for.
 *
 * With a model, the samples are sent through it and watched where they arrive: a rescaling layer inside it, or a
 * division in the program's own `predict`, is taken into account.
 *
 * @param x - samples, shape [samples, …sample]; a few hundred are enough
 * @see Y. LeCun et al., "Efficient BackProp" (1998), section 4.3; the limits are explained in docs/doctor.md
 * @example
 * (await checkInputRange([[0, 255], [128, 31]]))[0].code; // "input-not-normalized"
 */
export async function checkInputRange(
  x: tf.Tensor | tf.TensorLike,
  { model, run, where = "train.x" }: CheckInputRangeOptions = {},
): Promise<Finding[]> {
  const row = model?.inputs[0]?.shape.slice(1) ?? [];
  const samples = asTensor(
    x,
    where,
    row.map((size) => size ?? 1),
  );
  const raw = samples.clone();
  try {
    const wrong = await nonFinite(raw, where);
    if (wrong.length > 0 || model === undefined) return wrong.length > 0 ? wrong : await judge(raw, where);
    const arrived = asFirstLayerSees(model, raw, run);
    if (arrived === undefined) return [];
    const findings = await judge(arrived, where);
    arrived.dispose();
    return findings;
  } finally {
    raw.dispose();
    if (samples !== x) samples.dispose();
  }
}

/** The input of the first layer with weights, or undefined where it scales by itself or none is reached. */
function asFirstLayerSees(
  model: tf.LayersModel,
  x: tf.Tensor,
  run: (x: tf.Tensor) => unknown = (input) => model.predict(input),
): tf.Tensor | undefined {
  const first: { layer: string; input: tf.Tensor }[] = [];
  tf.tidy(() => {
    observeLayers(
      model,
      () => void run(x),
      (layer, [input]) => {
        if (first.length === 0 && layer.countParams() > 0)
          first.push({ layer: layer.getClassName(), input: tf.keep(input!.clone()) });
      },
    );
  });
  const [seen] = first;
  if (seen === undefined || !scalesItself.includes(seen.layer)) return seen?.input;
  seen.input.dispose();
  return undefined;
}

async function nonFinite(x: tf.Tensor, where: string): Promise<Finding[]> {
  const values = await x.data();
  const { nonFinite: count, firstNonFinite } = valueRange(values);
  const row = Math.floor((firstNonFinite * (x.shape[0] ?? 1)) / values.length);
  return count === 0 ? [] : [words.nonFiniteData({ where, count, value: values[firstNonFinite]!, row })];
}

async function judge(x: tf.Tensor, where: string): Promise<Finding[]> {
  const values = await x.data();
  const samples = x.shape[0] ?? 1;
  const { min, max, mean, rootMeanSquare } = valueRange(values);
  if (min === max) return [words.constantInput({ where, value: min, samples, same: "number" })];
  const features = values.length / samples;
  if (samples > 1 && everySampleEqual(values, features))
    return [words.constantInput({ where, value: min, samples, same: "sample" })];

  if (rootMeanSquare > largestSize)
    return [words.inputNotNormalized({ where, min, max, typical: rootMeanSquare, limit: largestSize })];
  if (x.rank === 2) {
    const largest = largestFeature(values, samples, features);
    if (largest.typical > largestSize)
      return [words.inputNotNormalized({ where, limit: largestSize, ...largest })];
  }
  const deviation = Math.sqrt(Math.max(0, rootMeanSquare ** 2 - mean ** 2));
  return deviation < smallestDeviation ? [words.inputNormalizedTwice({ where, min, max, deviation })] : [];
}

function everySampleEqual(values: ArrayLike<number>, features: number): boolean {
  for (let i = features; i < values.length; i++) if (values[i] !== values[i - features]) return false;
  return true;
}

function largestFeature(values: ArrayLike<number>, samples: number, features: number) {
  let largest = { feature: 0, typical: 0, min: 0, max: 0 };
  for (let feature = 0; feature < features; feature++) {
    const column = Float64Array.from(
      { length: samples },
      (_, sample) => values[sample * features + feature]!,
    );
    const { min, max, rootMeanSquare: typical } = valueRange(column);
    if (typical > largest.typical) largest = { feature, typical, min, max };
  }
  return largest;
}

/** The inputs as the network meets them in training, and the validation samples beside them. */
export const inputRange: Check = {
  name: "input range, as the first trainable layer sees it",
  async run({ model, program, validation, rows, someRows }, earlier) {
    skipWhenExplained(earlier);
    const some = rows(someRows(256));
    const few = validation && tf.tidy(() => validation.x.slice(0, Math.min(256, validation.x.shape[0]!)));
    // Its own step may prepare the samples, so one step is made and taken back.
    const before = program.step && (await snapshot(model, ownOptimizer(program)));
    const run = program.step ? (x: tf.Tensor) => program.step!(x, some.y) : program.predict;
    try {
      const findings = await checkInputRange(some.x, { model, ...(run && { run }) });
      return [...findings, ...(few ? await otherScale(some.x, few) : [])];
    } finally {
      await before?.restore();
      before?.dispose();
      tf.dispose([some.x, some.y, ...(few ? [few] : [])]);
    }
  },
};

async function otherScale(train: tf.Tensor, validation: tf.Tensor): Promise<Finding[]> {
  const size = async (x: tf.Tensor) => valueRange(await x.data()).rootMeanSquare;
  const [ours, theirs] = [await size(train), await size(validation)];
  const ratio = theirs / ours;
  if (ratio < scaleFactor && ratio > 1 / scaleFactor) return [];
  return [words.validationDifferent({ train: ours, validation: theirs })];
}
