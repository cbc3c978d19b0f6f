import { expect, test } from "vitest";
import { simplify } from "../../../lib/backend/compiled/simplify.js";
import type { Blueprint, Node, Value } from "../../../lib/backend/tensorflow/index.js";

const [float32, int32, typeAttribute] = [1, 3, 4];
const type = { name: "T", type: typeAttribute, value: float32 };
const node = (op: string, inputs: Value[], shape: number[]): Node => ({
  ...{ op, inputs, attributes: [type], outputs: [{ shape, dtype: float32 }] },
});
const scalar = (value: number): Node => ({ shape: [], dtype: float32, values: Float32Array.of(value) });
const at = (place: number): Value => ({ node: place, output: 0 });
const x: Value = { parameter: 0 };
const simple = (nodes: Node[], results: Value[], ...shapes: number[][]): Blueprint =>
  simplify({ parameters: shapes.map((shape) => ({ shape, dtype: float32 })), nodes, results });
/** Ops in their order, a constant by its values. */
const names = ({ nodes }: Blueprint) => nodes.map((one) => ("op" in one ? one.op : String(one.values)));

test("what is computed twice is computed once, constants too", () => {
  const twice = [scalar(2), node("Mul", [x, at(0)], [3]), scalar(2), node("Mul", [x, at(2)], [3])];
  const { results, ...rest } = simple([...twice, node("Sub", [at(1), at(3)], [3])], [at(4), at(3)], [3]);
  expect(names({ ...rest, results })).toEqual(["2", "Mul", "Sub"]);
  expect(results).toEqual([at(2), at(1)]);
  expect(rest.nodes[2]).toMatchObject({ inputs: [at(1), at(1)] });
});

test("constants of the same bytes and another type or shape are two", () => {
  const zero = (shape: number[], dtype: number, values: Float32Array | Int32Array): Node => ({
    shape,
    dtype,
    values,
  });
  const nodes = [
    zero([], float32, Float32Array.of(0)),
    zero([1], float32, Float32Array.of(0)),
    zero([], int32, Int32Array.of(0)),
    zero([], float32, Float32Array.of(-0)),
  ];
  expect(simple(nodes, [at(0), at(1), at(2), at(3)]).nodes).toEqual(nodes);
});

test("what no result depends on is left out", () => {
  const nodes = [
    node("Neg", [x], [3]),
    node("Abs", [x], [3]),
    node("Exp", [at(0)], [3]),
    node("Sign", [at(1)], [3]),
  ];
  const simpler = simple(nodes, [at(3)], [3]);
  expect(names(simpler)).toEqual(["Abs", "Sign"]);
  expect(simpler.results).toEqual([at(1)]);
});

test("a reshape to the same shape is passed by, another one stays", () => {
  const shape = (...sizes: number[]): Node => ({
    shape: [sizes.length],
    dtype: int32,
    values: Int32Array.from(sizes),
  });
  const same = [shape(2, 3), node("Reshape", [x, at(0)], [2, 3]), node("Neg", [at(1)], [2, 3])];
  expect(names(simple(same, [at(2), at(1)], [2, 3]))).toEqual(["Neg"]);
  expect(simple(same, [at(1)], [2, 3]).results).toEqual([x]);
  const other = [shape(6), node("Reshape", [x, at(0)], [6])];
  expect(names(simple(other, [at(1)], [2, 3]))).toEqual(["6", "Reshape"]);
});

test.each<[string, number[], number[], number[]]>([
  ["BiasAdd", [2, 5, 5, 3], [3], [2, 5, 5, 3]],
  ["BiasAdd", [2, 3], [3], [2, 3]],
  ["Add", [2, 1], [3], [2, 3]],
  ["Add", [3], [3], [3]],
  ["Add", [2, 3], [2, 3], [2, 3]],
  ["Add", [2, 3], [], [2, 3]],
  ["Add", [3], [2, 3], [2, 3]],
])("%s adds to shape %j one of shape %j", (op, first, second, output) => {
  expect(names(simple([node("Add", [x, { parameter: 1 }], output)], [at(0)], first, second))).toEqual([op]);
});
