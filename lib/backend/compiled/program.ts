import * as tf from "@tensorflow/tfjs";
import type { Blueprint, NodeBackend } from "../tensorflow/index.js";
import { idOf } from "../tensorflow/index.js";
import type { HostDraws } from "./host-draws.js";
import type { Origin, Recording, Returned } from "./recording.js";
import { simplify } from "./simplify.js";

let programs = 0;

/** A recording as one TensorFlow function. */
export class Program {
  readonly recording: Recording;
  readonly #backend: NodeBackend;
  readonly #name = `compiled_step_${++programs}`;
  readonly #captures: readonly number[];
  readonly #pack: (tensors: readonly tf.Tensor[]) => unknown;

  /**
   * @param repeats - how often the step does the same
   * @throws Error in TensorFlow's words, where it cannot make a function of it
   */
  constructor(
    backend: NodeBackend,
    recording: Recording,
    pack: (tensors: readonly tf.Tensor[]) => unknown,
    repeats: number,
  ) {
    this.recording = recording;
    this.#backend = backend;
    this.#pack = pack;
    this.#captures = recording.origins.flatMap((origin) => (origin.from === "capture" ? [origin.id] : []));
    backend.binding.addFunction(this.#name, simplify(blueprintOf(recording)), repeats);
  }

  /** Does what the recorded call did: changes the variables, and returns what the step would. */
  run(args: readonly tf.Tensor[], draws: HostDraws): unknown {
    const { origins, returned, updates } = this.recording;
    const inputs = origins.map((origin) => this.#find(origin, args, draws));
    const results = this.#backend.binding.callFunction(this.#name, inputs, returned.length + updates.length);
    for (const [i, { variable }] of updates.entries()) this.#update(variable, results[returned.length + i]!);
    return this.#pack(returned.map((tensor, i) => this.#tensor(tensor, results[i]!)));
  }

  /** False once a tensor that the step took from its surroundings is disposed. */
  get usable(): boolean {
    return this.#captures.every((id) => this.#backend.binding.has(id));
  }

  dispose(): void {
    this.#backend.binding.removeFunction(this.#name);
  }

  #find(origin: Origin, args: readonly tf.Tensor[], draws: HostDraws): number {
    switch (origin.from) {
      case "argument":
        return idOf(this.#backend, args[origin.index]!);
      case "variable":
        return idOf(this.#backend, origin.variable);
      case "host":
        return idOf(this.#backend, draws.at(origin.index, origin.draw));
      case "capture":
        return origin.id;
    }
  }

  /** Puts a result in the place of a variable's value; by the long way where others look at the old one. */
  #update(variable: tf.Variable, id: number): void {
    const data = this.#backend.tensorMap.get(variable.dataId);
    if (data.refCount === 1) {
      this.#backend.binding.deleteTensor(data.id);
      data.id = id;
      return;
    }
    const { shape, dtype } = variable;
    const value = this.#tensor({ shape, dtype, code: data.dtype }, id);
    variable.assign(value);
    value.dispose();
  }

  #tensor({ shape, dtype, code }: Pick<Returned, "shape" | "dtype" | "code">, id: number): tf.Tensor {
    const dataId = {};
    this.#backend.tensorMap.set(dataId, { shape, dtype: code, id, values: null, refCount: 1 });
    return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype });
  }
}

function blueprintOf({ origins, parameters, nodes, returned, updates }: Recording): Blueprint {
  return {
    parameters: parameters.map((parameter, i) => ({
      ...parameter,
      isVariable: origins[i]!.from === "variable",
    })),
    nodes,
    results: [...returned, ...updates].map(({ value }) => value),
  };
}
