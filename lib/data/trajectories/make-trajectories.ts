import type { Dataset } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { once } from "../once.js";
import { withRecipe } from "../streaming/recipe.js";
import { drawPerson, drawTrajectory, features } from "./draw-trajectory.js";
import { posterior } from "./posterior.js";
import {
  type MakeTrajectoriesOptions,
  resolveTrajectoryOptions,
  type TrajectorySettings,
} from "./trajectory-options.js";

export type { MakeTrajectoriesOptions } from "./trajectory-options.js";

/**
 * People on a pavement and the question "will this person cross the road?": sequences of which the whole truth is known.
 *
 * Who is going to cross slows, then looks, then walks on; who stays does the same things as often and for as long, in the
 * other order. So no average and no single step tells, only memory does. Nothing is drawn before `batch` asks for it.
 *
 * Samples have shape [steps, 4]: position along the pavement and across it (tens of metres), speed (metres per second) and
 * head turn (radians), every tenth of a second. `lengths` says how many steps of each are real; those after are zeros,
 * which `tf.layers.masking({ maskValue: 0 })` in front of an LSTM skips. Class 1 is "crosses".
 *
 * Tags: `crosses` (the truth, 0 or 1), `bayesPosterior` (the probability that the label is 1, given the sequence: exact),
 * `mislabelled`, `length`.
 *
 * @param samples - sequences in all
 * @throws UsageError when an option is misspelt or out of range
 * @example
 * const people = makeTrajectories(100, { length: [10, 40] });
 * people.shape; // [40, 4]
 */
export function makeTrajectories(samples: number, options: MakeTrajectoriesOptions = {}): Dataset {
  const settings = resolveTrajectoryOptions(samples, options);
  const shape = [settings.length[1], features.length];
  const size = shape[0]! * shape[1]!;
  const people = once(() => Array.from({ length: samples }, (_, i) => drawPerson(i, settings)));
  const labels = once(() => Int32Array.from(people(), ({ label }) => label));
  const ids = once(() => Array.from({ length: samples }, (_, i) => `person-${settings.seed}-${i}`));
  const lengths = once(() => Int32Array.from(people(), ({ steps }) => steps));
  const tags = once(() => tagTrajectories(samples, settings));
  const dataset: Dataset = {
    size: samples,
    shape,
    classes: ["stays", "crosses"],
    get labels() {
      return labels();
    },
    get ids() {
      return ids();
    },
    get tags() {
      return tags();
    },
    get lengths() {
      return lengths();
    },
    batch(indices) {
      checkIndices("batch", indices, samples);
      const x = new Float32Array(indices.length * size);
      for (let i = 0; i < indices.length; i++) x.set(drawTrajectory(indices[i]!, settings), i * size);
      return { x, shape: [indices.length, ...shape] };
    },
  };
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "makeTrajectories",
    args: [samples, options],
  });
}

function tagTrajectories(samples: number, settings: TrajectorySettings): Record<string, Float32Array> {
  const [crosses, bayesPosterior, mislabelled, length] = Array.from(
    { length: 4 },
    () => new Float32Array(samples),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < samples; i++) {
    const { willCross, label, steps } = drawPerson(i, settings);
    const eta = posterior(drawTrajectory(i, settings), settings);
    crosses[i] = Number(willCross);
    bayesPosterior[i] = eta + settings.labelNoise * (1 - 2 * eta);
    mislabelled[i] = Number(label !== Number(willCross));
    length[i] = steps;
  }
  return { crosses, bayesPosterior, mislabelled, length };
}
