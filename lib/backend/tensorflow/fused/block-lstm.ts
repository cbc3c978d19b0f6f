import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../load-kernels.js";
import { idOf } from "../native-backend.js";
import type { OpAttribute, TensorMetadata } from "../op-types.js";
import { attributeTypes, dataTypes } from "../type-codes.js";
import type { Save } from "./replace-call.js";

/** The weights of an LSTM layer, with the gates in the order input, forget, cell, output. */
export interface LstmWeights {
  /** Of what comes in, then of what goes round, shape [features + units, 4 · units]. */
  readonly kernel: tf.Tensor;
  /** Shape [4 · units]. */
  readonly bias: tf.Tensor;
}

/** Where the layer begins, each of shape [batch, units]. */
export interface LstmState {
  readonly hidden: tf.Tensor;
  readonly cell: tf.Tensor;
}

/**
 * The hidden states of an LSTM layer with sigmoid gates and tanh, all steps in one op and their gradient in another.
 *
 * @param x - shape [steps, batch, features]
 * @returns shape [steps, batch, units]
 */
export function blockLstm(
  backend: NodeBackend,
  x: tf.Tensor,
  { hidden, cell }: LstmState,
  { kernel, bias }: LstmWeights,
): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const inputs = args.slice(0, 5) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const save = args[5] as unknown as Save;
    const operands = arrange(inputs);
    const outputs = run(backend, "BlockLSTMV2", operands, 7, [clip, peephole]);
    save([...inputs, ...outputs]);
    return { value: outputs[6]!, gradFunc: (dy, saved) => gradients(backend, dy, saved) };
  });
  return op(x, cell, hidden, kernel, bias);
}

const clip: OpAttribute = { name: "cell_clip", type: attributeTypes.float, value: 0 };
const peephole: OpAttribute = { name: "use_peephole", type: attributeTypes.bool, value: false };

/** The five inputs in the op's order, with the peephole weights that it does not use. */
function arrange([x, cell, hidden, kernel, bias]: readonly tf.Tensor[]): tf.Tensor[] {
  const none = tf.zeros([cell!.shape[1]!]);
  return [x!, cell!, hidden!, kernel!, none, none, none, bias!];
}

function gradients(backend: NodeBackend, dy: tf.Tensor, saved: readonly tf.Tensor[]): tf.Tensor[] {
  const [inputs, outputs] = [saved.slice(0, 5), saved.slice(5)];
  const operands = [...arrange(inputs), ...outputs, tf.zerosLike(dy), dy];
  const [x, cell, hidden, kernel, , , , bias] = run(backend, "BlockLSTMGradV2", operands, 8, [peephole]);
  return [x!, cell!, hidden!, kernel!, bias!];
}

/** Runs one of the two ops; the first of their inputs is the number of steps, as an int64 that tfjs cannot hold. */
function run(
  backend: NodeBackend,
  op: string,
  operands: readonly tf.Tensor[],
  outputs: number,
  attributes: readonly OpAttribute[],
): tf.Tensor[] {
  const { binding } = backend;
  const steps = tf.scalar(operands[0]!.shape[0]!, "int32");
  const [long] = binding.executeOp("Cast", toInt64, [idOf(backend, steps)], 1);
  try {
    const type = { name: "T", type: attributeTypes.type, value: dataTypes.float32 };
    const ids = operands.map((tensor) => idOf(backend, tensor));
    return binding
      .executeOp(op, [...attributes, type], [long!.id, ...ids], outputs)
      .map((metadata: TensorMetadata) => backend.createOutputTensor(metadata));
  } finally {
    if (binding.has(long!.id)) binding.deleteTensor(long!.id); // none is made where a step is only gone through
  }
}

const toInt64: readonly OpAttribute[] = [
  { name: "SrcT", type: attributeTypes.type, value: dataTypes.int32 },
  { name: "DstT", type: attributeTypes.type, value: dataTypes.int64 },
  { name: "Truncate", type: attributeTypes.bool, value: false },
];
