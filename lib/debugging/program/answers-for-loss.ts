import type * as tf from "@tensorflow/tfjs";
import type { Case } from "./case.js";
import { lastOutput } from "./last-output.js";
import { probeLoss, takesLogits } from "./probe.js";
import { ownOptimizer, snapshot } from "./snapshot.js";

/**
 * The answers that the program's loss is meant for, on some rows; the caller disposes them.
 *
 * Mostly they are what `predict` gives. But a program's own `predict` may turn scores into probabilities while its
 * loss takes scores; and its own step may prepare the samples, so that only the step shows what the model answers.
 */
export async function answersForLoss(patient: Case, x: tf.Tensor, y: tf.Tensor): Promise<tf.Tensor> {
  const { program, model, units } = patient;
  if (program.step !== undefined && program.predict === undefined) {
    const before = await snapshot(model, ownOptimizer(program));
    try {
      const seen = lastOutput(model, x.shape[0]!, () => void program.step!(x, y));
      if (seen !== undefined) return seen;
    } finally {
      await before.restore();
      before.dispose();
    }
  }
  const probe = program.predict && probeLoss(patient);
  if (probe && takesLogits(probe, units)) {
    const raw = lastOutput(model, x.shape[0]!, () => void program.predict!(x));
    if (raw !== undefined) return raw;
  }
  return patient.predict(x);
}
