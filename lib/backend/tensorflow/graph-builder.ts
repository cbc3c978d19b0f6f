import { type AttributeSetters, operationSetters } from "./attribute-setters.js";
import type { Blueprint, ConstantNode, OpNode, Parameter, Value } from "./blueprint.js";
import type { Address, GraphOutput } from "./c-functions.js";
import type { Native } from "./native.js";
import { numberTensor } from "./number-tensor.js";
import { type OpDefinition, opDefinitions } from "./op-definitions.js";
import { setAttribute } from "./set-attribute.js";
import { withTensor } from "./tensor-handle.js";
import { attributeTypes } from "./type-codes.js";

/** Makes a TensorFlow function of a blueprint, and tells a context of it under `name`. */
export function addFunction(native: Native, context: Address, name: string, blueprint: Blueprint): void {
  const { c, status, strings } = native;
  const graph = c.TF_NewGraph();
  try {
    const builder = new GraphBuilder(native, graph);
    const inputs = blueprint.parameters.map((parameter) => builder.placeholder(parameter));
    const outputs: GraphOutput[][] = [];
    const find = (value: Value): GraphOutput =>
      "parameter" in value ? inputs[value.parameter]! : outputs[value.node]![value.output]!;
    for (const node of blueprint.nodes)
      outputs.push("op" in node ? builder.op(node, node.inputs.map(find)) : [builder.constant(node)]);
    const results = blueprint.results.map((value) => builder.identity(find(value)));
    const made = c.TF_GraphToFunction(
      ...([graph, strings.address(name), 0, -1, 0] as const),
      ...([inputs.length, asStructs(inputs), results.length, asStructs(results)] as const),
      ...([0, 0, 0, status.address] as const),
    );
    status.assertOk("make a function of the graph");
    c.TFE_ContextAddFunction(context, made, status.address);
    c.TF_DeleteFunction(made);
    status.assertOk("take in the function");
  } finally {
    c.TF_DeleteGraph(graph);
  }
}

/** Forgets a function; calls under way end well. */
export function removeFunction({ c, strings, status }: Native, context: Address, name: string): void {
  c.TFE_ContextRemoveFunction(context, strings.address(name), status.address);
  status.assertOk("forget a function");
}

/** Puts operations into a graph, one by one. */
class GraphBuilder {
  readonly #native: Native;
  readonly #graph: Address;
  readonly #set: AttributeSetters;
  readonly #definitions: ReadonlyMap<string, OpDefinition>;
  #count = 0;

  constructor(native: Native, graph: Address) {
    this.#native = native;
    this.#graph = graph;
    this.#set = operationSetters(native);
    this.#definitions = opDefinitions(native);
  }

  placeholder({ shape, dtype }: Parameter): GraphOutput {
    const { strings } = this.#native;
    const operation = this.#new("Placeholder");
    setAttribute(this.#set, strings, operation, { name: "dtype", type: attributeTypes.type, value: dtype });
    setAttribute(this.#set, strings, operation, {
      name: "shape",
      type: attributeTypes.shape,
      value: [...shape],
    });
    return this.#finish(operation, "Placeholder");
  }

  constant({ shape, dtype, values }: ConstantNode): GraphOutput {
    const { c, status, strings } = this.#native;
    const operation = this.#new("Const");
    setAttribute(this.#set, strings, operation, { name: "dtype", type: attributeTypes.type, value: dtype });
    const handle = numberTensor(this.#native, shape, dtype, values);
    withTensor(this.#native, handle, (tensor) =>
      c.TF_SetAttrTensor(operation, strings.address("value"), tensor, status.address),
    );
    c.TFE_DeleteTensorHandle(handle);
    return this.#finish(operation, "Const");
  }

  identity(value: GraphOutput): GraphOutput {
    const operation = this.#new("Identity");
    this.#native.c.TF_AddInput(operation, value);
    return this.#finish(operation, "Identity");
  }

  op({ op, attributes, outputs }: OpNode, inputs: readonly GraphOutput[]): GraphOutput[] {
    const operation = this.#new(op);
    this.#addInputs(operation, op, attributes, inputs);
    for (const attribute of attributes) setAttribute(this.#set, this.#native.strings, operation, attribute);
    const { oper } = this.#finish(operation, op);
    return outputs.map((_, index) => ({ oper, index }));
  }

  /** A graph wants to know which inputs belong together in a list; the eager runtime works it out by itself. */
  #addInputs(
    operation: Address,
    op: string,
    attributes: OpNode["attributes"],
    inputs: readonly GraphOutput[],
  ): void {
    const { c } = this.#native;
    const { inputs: slots } = this.#definitions.get(op)!;
    const lists = slots.filter((slot) => slot !== undefined).length;
    let at = 0;
    for (const slot of slots) {
      if (slot === undefined) {
        c.TF_AddInput(operation, inputs[at++]!);
        continue;
      }
      const given = attributes.find(({ name }) => name === slot)?.value;
      const size =
        lists === 1 ? inputs.length - slots.length + 1 : Array.isArray(given) ? given.length : Number(given);
      c.TF_AddInputList(operation, asStructs(inputs.slice(at, at + size)), size);
      at += size;
    }
  }

  #new(op: string): Address {
    const { c, strings } = this.#native;
    return c.TF_NewOperation(this.#graph, strings.address(op), strings.address(`n${this.#count++}`));
  }

  #finish(operation: Address, op: string): GraphOutput {
    const { c, status } = this.#native;
    const oper = c.TF_FinishOperation(operation, status.address);
    status.assertOk(`put ${op} into a graph`);
    return { oper, index: 0 };
  }
}

/** Structs as they lie in C's memory: an address, and an index with four bytes to spare. */
function asStructs(outputs: readonly GraphOutput[]): BigInt64Array {
  return BigInt64Array.from(outputs.flatMap(({ oper, index }) => [BigInt(oper), BigInt(index)]));
}
