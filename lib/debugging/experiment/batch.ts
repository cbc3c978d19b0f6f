import * as tf from "@tensorflow/tfjs";
import { answersForLoss } from "../program/answers-for-loss.js";
import type { Case } from "../program/case.js";

/** The one batch of the experiment, and what a constant answer costs on it. */
export interface Batch {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  readonly size: number;
  /** Each row's class, where rows have one. */
  readonly classes: Int32Array | undefined;
  /** The loss of the best answer that is the same for every sample, or undefined where it cannot be asked. */
  readonly guess: number | undefined;
}

/** The samples of the experiment: drawn by the seed, as many as the program has in a batch, but 8 to 32. */
export async function takeBatch(patient: Case): Promise<Batch> {
  const wanted = Math.min(32, Math.max(8, patient.program.batchSize ?? 32));
  const indices = patient.someRows(wanted);
  const { x, y } = patient.rows(indices);
  const { classes } = patient.labels;
  return {
    x,
    y,
    size: indices.length,
    classes:
      patient.task === "regression" ? undefined : classes && Int32Array.from(indices, (row) => classes[row]!),
    guess: await constantGuess(patient, x, y),
  };
}

/** The loss when every sample gets the batch's mean label; as scores, where the loss takes scores. */
async function constantGuess(patient: Case, x: tf.Tensor, y: tf.Tensor): Promise<number | undefined> {
  const { units, task, labels } = patient;
  const answers = await answersForLoss(patient, x, y);
  try {
    return tf.tidy(() => {
      const rows =
        labels.columns === 1 && units > 1
          ? tf.oneHot(y.flatten().toInt() as tf.Tensor1D, units)
          : y.toFloat().reshape(answers.shape);
      const mean = rows.toFloat().mean(0, true); // [1, …output]
      const shares = task !== "regression" && !withinUnit(answers) ? asScores(mean, units) : mean;
      const guess = patient.loss(y, tf.zerosLike(answers).add(shares)).dataSync()[0]!;
      return Number.isFinite(guess) ? guess : undefined;
    });
  } catch {
    return undefined;
  } finally {
    answers.dispose();
  }
}

function withinUnit(answers: tf.Tensor): boolean {
  return answers.min().dataSync()[0]! >= 0 && answers.max().dataSync()[0]! <= 1 + 1e-6;
}

function asScores(shares: tf.Tensor, units: number): tf.Tensor {
  const inside = shares.clipByValue(1e-3, 1 - 1e-3);
  return units === 1 ? inside.log().sub(tf.sub(1, inside).log()) : inside.log();
}

/** The share of the batch that is answered wrongly, in evaluation or in training mode, whichever is right more often. */
export async function errorOnBatch(patient: Case, batch: Batch): Promise<number | undefined> {
  const { classes } = batch;
  if (classes === undefined || patient.model.outputs[0]!.shape.length !== 2) return undefined;
  const { model, program } = patient;
  const modes = [() => patient.predict(batch.x)];
  // Batch-norm's running statistics lag behind on a single batch.
  if (program.predict === undefined && program.step === undefined)
    modes.push(() => tf.tidy(() => model.apply(batch.x, { training: true }) as tf.Tensor));
  const errors: number[] = [];
  for (const answersIn of modes) {
    const answers = answersIn();
    const values = await answers.data();
    answers.dispose();
    errors.push(shareWrong(values, classes, patient.units));
  }
  return Math.min(...errors);
}

function shareWrong(values: ArrayLike<number>, classes: Int32Array, units: number): number {
  const middle = Array.prototype.every.call(values, (value: number) => value >= 0 && value <= 1) ? 0.5 : 0;
  let wrong = 0;
  classes.forEach((label, row) => {
    let best = 0;
    if (units === 1) best = Number(values[row]! > middle);
    else for (let c = 1; c < units; c++) if (values[row * units + c]! > values[row * units + best]!) best = c;
    if (best !== label) wrong++;
  });
  return wrong / classes.length;
}
