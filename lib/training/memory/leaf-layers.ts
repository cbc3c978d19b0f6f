import type * as tf from "@tensorflow/tfjs";

type Shape = readonly (number | null)[];

/** One layer, at each place where it is used. */
export interface LeafLayer {
  readonly layer: tf.layers.Layer;
  readonly uses: readonly { readonly inputs: readonly Shape[]; readonly outputs: readonly Shape[] }[];
}

/** Every layer that is no input and no model, those of models inside the model too. */
export function leafLayers(model: tf.LayersModel): LeafLayer[] {
  return model.layers.flatMap((layer) => {
    if (layer.getClassName() === "InputLayer") return [];
    if ("layers" in layer) return leafLayers(layer as tf.LayersModel);
    const nodes = layer.inboundNodes as unknown as { inputShapes: Shapes; outputShapes: Shapes }[];
    return [
      {
        layer,
        uses: nodes.map((node) => ({ inputs: listOf(node.inputShapes), outputs: listOf(node.outputShapes) })),
      },
    ];
  });
}

/** Numbers in a shape for one sample: the batch's axis, and axes of unknown length, count once. */
export function numbersIn(shape: Shape): number {
  return shape.reduce<number>((product, side) => product * (side ?? 1), 1);
}

type Shapes = Shape | readonly Shape[];

/** tfjs writes a single shape without the list round it. */
function listOf(shapes: Shapes): readonly Shape[] {
  return Array.isArray(shapes[0]) ? (shapes as readonly Shape[]) : [shapes as Shape];
}
