import type { Blueprint, Node, OpNode, Value } from "../tensorflow/index.js";
import { dataTypes } from "../tensorflow/index.js";

/**
 * The same function of fewer ops, to the last bit: what is computed twice is computed once, what nobody asks for is left
 * out, a reshape that changes nothing is passed by, and adding a bias is TensorFlow's op for that.
 */
export function simplify(blueprint: Blueprint): Blueprint {
  return withoutUnused(onceEach(blueprint));
}

/** Each node once, however often it was recorded; valid since no op in a recording has a state of its own. */
function onceEach({ parameters, nodes, results }: Blueprint): Blueprint {
  const kept: Node[] = [];
  const places = new Map<string, number>();
  const now: Value[][] = [];
  const find = (value: Value): Value => ("parameter" in value ? value : now[value.node]![value.output]!);
  const shapeOf = (value: Value): readonly number[] => {
    if ("parameter" in value) return parameters[value.parameter]!.shape;
    const node = kept[value.node]!;
    return "op" in node ? node.outputs[value.output]!.shape : node.shape;
  };
  for (const recorded of nodes) {
    const node =
      "op" in recorded ? plainer({ ...recorded, inputs: recorded.inputs.map(find) }, shapeOf) : recorded;
    if ("op" in node && changesNothing(node, shapeOf)) {
      now.push([node.inputs[0]!]);
      continue;
    }
    const key = keyOf(node);
    const place = places.get(key) ?? kept.push(node) - 1;
    places.set(key, place);
    now.push(("op" in node ? node.outputs : [node]).map((_, output) => ({ node: place, output })));
  }
  return { parameters, nodes: kept, results: results.map(find) };
}

/** Adding one number to each channel is faster as an op that knows so. */
function plainer(node: OpNode, shapeOf: (value: Value) => readonly number[]): OpNode {
  if (node.op !== "Add" && node.op !== "AddV2") return node;
  const [x, bias] = node.inputs.map(shapeOf);
  const type = node.attributes.find(({ name }) => name === "T");
  const isBias = bias?.length === 1 && x!.length > 1 && x!.at(-1) === bias[0];
  if (!isBias || type?.value !== dataTypes.float32) return node;
  return { ...node, op: "BiasAdd", attributes: [type] };
}

function changesNothing(
  { op, inputs, outputs }: OpNode,
  shapeOf: (value: Value) => readonly number[],
): boolean {
  return op === "Reshape" && String(shapeOf(inputs[0]!)) === String(outputs[0]!.shape);
}

/** The nodes that results depend on. */
function withoutUnused({ parameters, nodes, results }: Blueprint): Blueprint {
  const used = new Set<number>();
  const use = (value: Value): void => void ("node" in value && used.add(value.node));
  results.forEach(use);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    if (used.has(at) && "op" in node) node.inputs.forEach(use);
  }
  const places = new Map([...used].sort((a, b) => a - b).map((node, place) => [node, place]));
  const moved = (value: Value): Value =>
    "parameter" in value ? value : { node: places.get(value.node)!, output: value.output };
  const kept = nodes.filter((_, at) => used.has(at));
  return {
    parameters,
    nodes: kept.map((node) => ("op" in node ? { ...node, inputs: node.inputs.map(moved) } : node)),
    results: results.map(moved),
  };
}

/** A text that two nodes have in common when they give the same. */
function keyOf(node: Node): string {
  if ("op" in node) return JSON.stringify([node.op, node.attributes, node.inputs]);
  const { buffer, byteOffset, byteLength } = node.values;
  return `${node.dtype} [${node.shape}] ${Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString("latin1")}`;
}
