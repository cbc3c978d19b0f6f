import * as tf from "@tensorflow/tfjs";
import type { OptimizerSettings } from "./optimizer-settings.js";
import { ruleOf } from "./rule-of.js";
import type { UpdateRule } from "./update-rule.js";

/** One tensor of what an optimizer remembers, for a checkpoint. */
export interface OptimizerVariable {
  readonly name: string;
  readonly variable: tf.Variable;
}

/**
 * An optimizer made from a rule, for every place that takes a `tf.Optimizer`.
 *
 * All that changes from update to update, the learning rate too, is in variables: a step can be recorded once
 * and replayed, and what is written to a checkpoint brings back every bit.
 */
export class RuleOptimizer extends tf.Optimizer {
  /** As tfjs names classes, so that an optimizer can be made from `getConfig()`. */
  static readonly className: string = "RuleOptimizer";
  readonly settings: OptimizerSettings;
  readonly #rule: UpdateRule;
  readonly #weightDecay: number;
  readonly #rate: tf.Variable;
  readonly #powers: readonly tf.Variable[];
  readonly #slots = new Map<string, readonly tf.Variable[]>();
  #learningRate: number;

  constructor(settings: OptimizerSettings, learningRate: number) {
    super();
    this.settings = settings;
    ({ rule: this.#rule, weightDecay: this.#weightDecay } = ruleOf(settings));
    this.#learningRate = learningRate;
    this.#rate = state(learningRate);
    this.#powers = this.#rule.bases.map((base) => state(base));
  }

  /** The factor of the next update; set it as often as you like. */
  get learningRate(): number {
    return this.#learningRate;
  }

  set learningRate(rate: number) {
    if (rate === this.#learningRate) return;
    this.#learningRate = rate;
    tf.tidy(() => this.#rate.assign(tf.scalar(rate)));
  }

  /** Makes the slots of these weights, where they are not there yet. */
  prepare(weights: readonly tf.Variable[]): void {
    for (const weight of weights)
      if (!this.#slots.has(weight.name))
        this.#slots.set(
          weight.name,
          this.#rule.slots.map(({ start }) => state(start, weight.shape)),
        );
  }

  override applyGradients(gradients: tf.NamedTensorMap | { name: string; tensor: tf.Tensor }[]): void {
    const named = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const variables = tf.engine().registeredVariables;
    tf.tidy(() => {
      // tfjs has no gradient for a weight that the loss does not depend on.
      for (const { name, tensor } of named) if (tensor != null) this.#update(variables[name]!, tensor);
      for (const [i, power] of this.#powers.entries()) power.assign(power.mul(this.#rule.bases[i]!));
    });
    this.incrementIterations();
  }

  #update(weight: tf.Variable, gradient: tf.Tensor): void {
    this.prepare([weight]);
    const slots = this.#slots.get(weight.name)!;
    const { change, slots: after } = this.#rule.update(gradient, {
      learningRate: this.#rate,
      slots,
      powers: this.#powers,
    });
    for (const [i, slot] of slots.entries()) slot.assign(after[i]!);
    const decays = this.#weightDecay > 0 && weight.rank > 1;
    const kept = decays ? weight.mul(tf.sub(1, this.#rate.mul(this.#weightDecay))) : weight;
    weight.assign(kept.add(change));
  }

  /** All that it remembers, in a fixed order: running powers, then each weight's slots. Belongs to the optimizer. */
  variables(weights: readonly tf.Variable[]): OptimizerVariable[] {
    this.prepare(weights);
    const powers = this.#powers.map((variable, i) => ({ name: `power ${i}`, variable }));
    const slots = weights.flatMap((weight, w) =>
      this.#slots
        .get(weight.name)!
        .map((variable, s) => ({ name: `${w} ${this.#rule.slots[s]!.name}`, variable })),
    );
    return [...powers, ...slots];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      settings: { ...this.settings } as tf.serialization.ConfigDict,
      learningRate: this.#learningRate,
    };
  }

  /** A new one from `getConfig()`, which has not seen an update yet. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    type: tf.serialization.SerializableConstructor<T>,
    { settings, learningRate }: tf.serialization.ConfigDict,
  ): T {
    return new type(settings, learningRate);
  }

  override dispose(): void {
    tf.dispose([this.#rate, ...this.#powers, ...[...this.#slots.values()].flat()]);
    this.#slots.clear();
  }
}

/** A variable that no gradient is asked of. */
function state(value: number, shape: number[] = []): tf.Variable {
  return tf.tidy(() => tf.variable(tf.fill(shape, value), false));
}
