import { tableForms } from "../../core/index.js";

interface LayerLike {
  readonly name: string;
  readonly outputShape?: unknown;
  getClassName(): string;
  countParams(): number;
}

/** What we read of a model of TensorFlow.js. */
interface ModelLike {
  readonly name: string;
  readonly layers: readonly LayerLike[];
  countParams(): number;
}

export function isModel(value: object): value is ModelLike {
  const { layers, countParams } = value as Partial<ModelLike>;
  return (
    Array.isArray(layers) &&
    typeof countParams === "function" &&
    layers.every(({ getClassName }) => getClassName)
  );
}

const shapeText = (shape: unknown): string =>
  Array.isArray(shape)
    ? `[${shape.map((size) => (Array.isArray(size) ? shapeText(size) : (size ?? "batch"))).join(", ")}]`
    : "?";

/** A model as a table of its layers. */
export function modelForms(model: ModelLike): Record<string, unknown> {
  const rows = model.layers.map((layer) => [
    layer.name,
    layer.getClassName(),
    shapeText(layer.outputShape),
    layer.countParams().toLocaleString("en"),
  ]);
  const note = `${model.name}: ${model.layers.length} layers, ${model.countParams().toLocaleString("en")} parameters`;
  return tableForms(["layer", "kind", "output", "parameters"], rows, note);
}
