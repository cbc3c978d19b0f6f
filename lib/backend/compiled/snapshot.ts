import * as tf from "@tensorflow/tfjs";

/** Every variable of tfjs with the value that it has now; nothing is copied. */
export class Snapshot {
  readonly #values: ReadonlyMap<tf.Variable, tf.Tensor>;

  constructor(variables: readonly tf.Variable[] = Object.values(tf.engine().registeredVariables)) {
    this.#values = new Map(variables.map((variable) => [variable, tf.keep(variable.clone())]));
  }

  /** Gives each variable its value back. */
  restore(): void {
    for (const [variable, value] of this.#values)
      if (variable.dataId !== value.dataId) variable.assign(value);
  }

  dispose(): void {
    tf.dispose([...this.#values.values()]);
  }
}
