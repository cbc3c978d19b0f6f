import type { Blueprint, OpNode, Parameter, Value } from "./blueprint.js";

/** What a number that an op writes costs, in multiplications of a matrix product: it is bound by memory. */
const perNumber = 8;

/**
 * How much a function has to compute, in multiplications: what its products of matrices, convolutions and LSTMs take,
 * and something for each number that any op writes. It depends on nothing but the function.
 *
 * What a function with variables makes of its data alone is not counted: so a batch that comes ready and one that is
 * taken from all samples inside of the function are computed by as many threads.
 */
export function workOf({ parameters, nodes }: Blueprint): number {
  const shapeOf = (value: Value): readonly number[] => {
    if ("parameter" in value) return parameters[value.parameter]!.shape;
    const node = nodes[value.node]!;
    return "op" in node ? node.outputs[value.output]!.shape : node.shape;
  };
  const ofVariables = new Set<number>();
  const isOfVariables = (value: Value): boolean =>
    "parameter" in value ? parameters[value.parameter]!.isVariable === true : ofVariables.has(value.node);
  const hasVariables = parameters.some(({ isVariable }) => isVariable);
  let work = 0;
  for (const [at, node] of nodes.entries()) {
    if (!("op" in node)) continue;
    if (node.inputs.some(isOfVariables)) ofVariables.add(at);
    else if (hasVariables) continue;
    work += productsOf(node, node.inputs.map(shapeOf));
    for (const { shape } of node.outputs) work += perNumber * size(shape);
  }
  return work;
}

function productsOf({ op, outputs, attributes }: OpNode, inputs: readonly (readonly number[])[]): number {
  switch (op) {
    case "MatMul":
    case "BatchMatMulV2": {
      const transposed = attributes.find(({ name }) => name === "adj_x" || name === "transpose_a")?.value;
      return size(outputs[0]!.shape) * inputs[0]!.at(transposed ? -2 : -1)!;
    }
    case "Conv2D":
      return size(outputs[0]!.shape) * (size(inputs[1]!) / inputs[1]!.at(-1)!);
    case "Conv2DBackpropInput":
      return size(inputs[2]!) * (size(inputs[1]!) / inputs[1]!.at(-1)!);
    case "Conv2DBackpropFilter":
      return size(inputs[2]!) * (size(outputs[0]!.shape) / outputs[0]!.shape.at(-1)!);
    case "BlockLSTMV2":
      return rowsOf(inputs[1]!) * size(inputs[4]!);
    case "BlockLSTMGradV2":
      return 2 * rowsOf(inputs[1]!) * size(inputs[4]!);
    case "Conv3D":
    case "Conv3DBackpropInputV2":
    case "Conv3DBackpropFilterV2":
      return Infinity; // what they sum up, they sum in as many parts as there are threads
    default:
      return 0;
  }
}

const size = (shape: Parameter["shape"]): number => shape.reduce((product, axis) => product * axis, 1);

/** Of a tensor of vectors: how many there are. */
const rowsOf = (shape: readonly number[]): number => size(shape.slice(0, -1));
