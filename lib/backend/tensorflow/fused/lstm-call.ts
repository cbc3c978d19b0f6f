import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../load-kernels.js";
import { blockLstm } from "./block-lstm.js";
import { maskedSteps } from "./masked-steps.js";
import type { CallArguments } from "./replace-call.js";

/** What we read of tfjs's LSTM layer. */
interface LstmLayer {
  readonly cell: {
    readonly units: number;
    readonly activation: Named;
    readonly recurrentActivation: Named;
    readonly dropout: number | null;
    readonly recurrentDropout: number | null;
    readonly kernel: Weight;
    readonly recurrentKernel: Weight;
    readonly bias: Weight | null;
  };
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly stateful: boolean;
}

interface Named {
  getClassName(): string;
}

interface Weight {
  read(): tf.Tensor;
}

/**
 * An LSTM layer's call in one op for all steps, where it is the LSTM of the papers: sigmoid gates, tanh, no dropout.
 *
 * @param x - shape [batch, steps, features]
 * @returns shape [batch, units], or [batch, steps, units] where the layer returns sequences
 */
export function lstmCall(
  backend: NodeBackend,
  layer: LstmLayer,
  x: tf.Tensor,
  given: CallArguments,
): tf.Tensor | undefined {
  const { cell, returnSequences, returnState, goBackwards, stateful } = layer;
  if (returnState || stateful || given?.initialState != null || x.dtype !== "float32") return undefined;
  if (cell.activation.getClassName() !== "tanh") return undefined;
  if (cell.recurrentActivation.getClassName() !== "sigmoid") return undefined;
  if ((cell.dropout ?? 0) > 0 || (cell.recurrentDropout ?? 0) > 0) return undefined;

  const [batch, steps] = x.shape as [number, number, number];
  const [sequence, mask] = goBackwards
    ? [tf.reverse(x, 1), given?.mask == null ? null : tf.reverse(given.mask as tf.Tensor, 1)]
    : [x, (given?.mask ?? null) as tf.Tensor | null];
  const start = tf.zeros([batch, cell.units]);
  const weights = {
    kernel: tf.concat([cell.kernel.read(), cell.recurrentKernel.read()]),
    bias: cell.bias?.read() ?? tf.zeros([4 * cell.units]),
  };
  const run = (timeMajor: tf.Tensor): tf.Tensor =>
    blockLstm(backend, timeMajor, { hidden: start, cell: start }, weights);
  if (mask !== null) return maskedSteps(sequence, mask, { start, run, returnSequences });
  const states = run(tf.transpose(sequence, [1, 0, 2]));
  if (returnSequences) return tf.transpose(states, [1, 0, 2]);
  return tf.reshape(tf.slice(states, [steps - 1, 0, 0], [1, batch, cell.units]), [batch, cell.units]);
}
