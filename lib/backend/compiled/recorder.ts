import type { BindingCalls, ExecuteOp, Node, Numbers, Parameter, Value } from "../tensorflow/index.js";
import type { Origin } from "./recording.js";

/** What a recorder has to know of the tensors and ops that it meets. */
export interface Surroundings {
  /** Where the tensors that were there before come from, by their ids. */
  readonly origins: ReadonlyMap<number, Origin>;
  /** Shape and element type of a tensor that was there before. */
  readonly describe: (id: number) => Parameter;
  /** Why an op may not be recorded, or undefined. */
  readonly objection: (op: string) => string | undefined;
}

/** Writes down what passes between tfjs and TensorFlow. */
export class Recorder {
  readonly origins: Origin[] = [];
  readonly parameters: Parameter[] = [];
  readonly nodes: Node[] = [];
  /** The ids of all tensors made meanwhile. */
  readonly made: number[] = [];
  /** The first thing seen that a recording cannot hold, as a sentence. */
  objection: string | undefined;
  readonly #surroundings: Surroundings;
  readonly #values = new Map<number, Value>();
  #paused = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * These calls, written down as they pass.
   *
   * @param real - what answers while the recorder looks away
   */
  around(next: BindingCalls, real: BindingCalls): BindingCalls {
    return {
      executeOp: (name, attributes, inputs, outputs) => {
        if (this.#paused) return real.executeOp(name, attributes, inputs, outputs);
        const values = inputs.map((id) => this.valueOf(id));
        const results = next.executeOp(name, attributes, inputs, outputs);
        this.#op(name, attributes, values, results);
        return results;
      },
      createTensor: (shape, dtype, values) => {
        if (this.#paused) return real.createTensor(shape, dtype, values);
        const id = next.createTensor(shape, dtype, values);
        this.#constant(id, { shape, dtype }, values);
        return id;
      },
      tensorDataSync: (id) => {
        if (this.#paused) return real.tensorDataSync(id);
        this.objection ??= "it reads a tensor's values in JavaScript, where a compiled step has none";
        return next.tensorDataSync(id);
      },
    };
  }

  /** The tensor as a value of the recording; one that was there before becomes a parameter when it is first asked for. */
  valueOf(id: number): Value {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    return this.addParameter(id, this.#surroundings.origins.get(id) ?? { from: "capture", id });
  }

  /** Runs what is no part of the step, and writes nothing down. */
  unseen<Result>(run: () => Result): Result {
    this.#paused = true;
    try {
      return run();
    } finally {
      this.#paused = false;
    }
  }

  /** Makes a parameter of a tensor. */
  addParameter(id: number, origin: Origin): Value {
    const value = { parameter: this.parameters.length };
    this.parameters.push(this.#surroundings.describe(id));
    this.origins.push(origin);
    this.#values.set(id, value);
    return value;
  }

  #op(
    op: string,
    attributes: Parameters<ExecuteOp>[1],
    inputs: readonly Value[],
    results: ReturnType<ExecuteOp>,
  ): void {
    this.objection ??= this.#surroundings.objection(op);
    const outputs = results.map(({ shape, dtype }) => ({ shape, dtype }));
    for (const [output, { id }] of results.entries()) this.#made(id, output);
    this.nodes.push({ op, attributes, inputs, outputs });
  }

  #constant(id: number, { shape, dtype }: Parameter, values: Numbers | readonly Uint8Array[]): void {
    if (!ArrayBuffer.isView(values)) {
      this.objection ??= "it makes a tensor of texts";
      return;
    }
    this.#made(id, 0);
    this.nodes.push({ shape: [...shape], dtype, values: (values as Numbers).slice() });
  }

  #made(id: number, output: number): void {
    this.made.push(id);
    this.#values.set(id, { node: this.nodes.length, output });
  }
}
