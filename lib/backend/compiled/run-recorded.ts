import * as tf from "@tensorflow/tfjs";
import type { BindingCalls, NodeBackend } from "../tensorflow/index.js";
import { idOf } from "../tensorflow/index.js";
import type { HostDraws } from "./host-draws.js";
import { withHostTensors } from "./host-tensor.js";
import { objectionTo } from "./objection-to.js";
import { originsOf } from "./origins-of.js";
import { type Packing, unpack } from "./packing.js";
import { Recorder } from "./recorder.js";
import type { Recording } from "./recording.js";

/** One call of a step. */
export interface Call {
  readonly step: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  /** The tensors among the arguments. */
  readonly tensors: readonly tf.Tensor[];
  readonly draws: HostDraws;
  /** How often the step does the same in this call, one after the other. */
  readonly repeats: number;
}

/** What a call did, and whether it may be replayed. */
export interface Recorded {
  readonly result: unknown;
  readonly packing: Packing | undefined;
  readonly recording: Recording;
  /** Why the call may never be replayed. */
  readonly refusal: string | undefined;
  /** Why this call may not be replayed, though the next perhaps may: what it did, it does the first time only. */
  readonly unsettled: string | undefined;
}

/** Frees what a call returned, but for what it was given. */
export function disposeResult({ packing }: Recorded, { tensors }: Call): void {
  for (const tensor of packing?.tensors ?? []) if (!tensors.includes(tensor)) tensor.dispose();
}

/**
 * Runs a step as it is, and writes down what it does.
 *
 * @param instead - what answers the step's calls; defaults to TensorFlow
 */
export function runRecorded(
  backend: NodeBackend,
  { step, args, tensors, draws }: Call,
  instead?: BindingCalls,
): Recorded {
  const { binding } = backend;
  const variables = registeredVariables();
  const origins = originsOf(backend, tensors, variables);
  const before = variables.map((variable) => idOf(backend, variable));
  const recorder = new Recorder({
    origins,
    describe: (id) => binding.describe(id),
    objection: (op) => objectionTo(binding, op),
  });
  let hosts = 0;
  const takeHost = (draw: () => tf.Tensor): tf.Tensor => {
    const index = hosts++;
    const tensor = recorder.unseen(() => draws.at(index, draw));
    recorder.addParameter(
      recorder.unseen(() => idOf(backend, tensor)),
      { from: "host", index, draw },
    );
    return tensor.clone();
  };
  const unwrap = binding.wrapCalls((real) => recorder.around(instead ?? real, real));
  try {
    const result = withHostTensors(takeHost, () =>
      tf.tidy(() => step(...(args as never[])) as tf.TensorContainer),
    );
    const packing = unpack(result);
    const returned = (packing?.tensors ?? []).map((tensor) => {
      const id = idOf(backend, tensor);
      const { dtype: code } = backend.tensorMap.get(tensor.dataId);
      return { id, value: recorder.valueOf(id), shape: tensor.shape, dtype: tensor.dtype, code };
    });
    const settled = sameVariables(variables);
    const updates = settled
      ? variables
          .map((variable, i) => ({ variable, id: idOf(backend, variable), before: before[i] }))
          .filter(({ id, before: old }) => id !== old)
          .map(({ variable, id }) => ({ variable, id, value: recorder.valueOf(id) }))
      : [];
    const expected = new Set([...returned, ...updates].map(({ id }) => id));
    const kept = recorder.made.filter((id) => binding.has(id) && !expected.has(id)).length;
    return {
      result,
      packing,
      recording: {
        ...{ origins: recorder.origins, parameters: recorder.parameters, nodes: recorder.nodes },
        returned: returned.map(({ id: _, ...rest }) => rest),
        updates: updates.map(({ variable, value }) => ({ variable, value })),
      },
      refusal: packing === undefined ? notTensors : recorder.objection,
      unsettled: settled ? keeping(kept) : "it makes or disposes variables",
    };
  } finally {
    unwrap();
  }
}

const notTensors = "it returns something else than a tensor, an array or an object of tensors";

const registeredVariables = (): tf.Variable[] => Object.values(tf.engine().registeredVariables);

function sameVariables(before: readonly tf.Variable[]): boolean {
  const now = registeredVariables();
  return now.length === before.length && now.every((variable, i) => variable === before[i]);
}

function keeping(tensors: number): string | undefined {
  if (tensors === 0) return undefined;
  return `it keeps ${tensors} ${tensors === 1 ? "tensor" : "tensors"} that it does not return`;
}
