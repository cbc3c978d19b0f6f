import type * as tf from "@tensorflow/tfjs";
import { type LeafLayer, leafLayers, numbersIn } from "./leaf-layers.js";

/** How often a layer's output is there at once: forward, backward, and what lies between; measured (docs/memory.md). */
const copies = 4;

/** States, gates and their gradients that each unit of a recurrent layer has at each step. */
const numbersPerState = 10;

/** Bytes that one sample takes between the layers of a model while it trains. */
export function activationBytes(model: tf.LayersModel): number {
  return leafLayers(model).reduce(
    (sum, leaf) => sum + 4 * (copies * numbersOut(leaf) + numbersPerState * statesOf(leaf)),
    0,
  );
}

const numbersOut = ({ uses }: LeafLayer): number =>
  uses.flatMap(({ outputs }) => outputs).reduce((sum, shape) => sum + numbersIn(shape), 0);

/** Units times steps; 0 for a layer that is not recurrent. */
function statesOf({ layer, uses }: LeafLayer): number {
  const { cell } = layer as unknown as { cell?: { units?: number } };
  return uses.reduce((sum, { inputs }) => sum + (cell?.units ?? 0) * (inputs[0]?.[1] ?? 1), 0);
}
