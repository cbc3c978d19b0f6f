import { expect, test } from "vitest";
import type { OpNode, Value } from "../../../lib/backend/tensorflow/blueprint.js";
import { workOf } from "../../../lib/backend/tensorflow/work-of.js";

const float32 = 1;
const work = (
  op: string,
  inputs: number[][],
  output: number[],
  attributes: OpNode["attributes"] = [],
): number =>
  workOf({
    parameters: inputs.map((shape) => ({ shape, dtype: float32 })),
    nodes: [
      {
        ...{ op, attributes, inputs: inputs.map((_, parameter) => ({ parameter })) },
        outputs: [{ shape: output, dtype: float32 }],
      },
    ],
    results: [],
  });

test("a function's work is its multiplications, and eight for each number that an op writes", () => {
  expect(work("Neg", [[3, 4]], [3, 4])).toBe(8 * 12);
  expect(
    work(
      "BatchMatMulV2",
      [
        [1, 3, 4],
        [1, 4, 5],
      ],
      [1, 3, 5],
    ),
  ).toBe(3 * 4 * 5 + 8 * 15);
  expect(
    work(
      "BatchMatMulV2",
      [
        [4, 3],
        [4, 5],
      ],
      [3, 5],
      [{ name: "adj_x", type: 3, value: true }],
    ),
  ).toBe(3 * 4 * 5 + 8 * 15);
  expect(
    work(
      "Conv2D",
      [
        [2, 8, 8, 3],
        [5, 5, 3, 6],
      ],
      [2, 4, 4, 6],
    ),
  ).toBe(2 * 16 * 6 * 75 + 8 * 192);
});

test("the gradients of a convolution take as many multiplications as the convolution", () => {
  const [image, filter, out] = [
    [2, 8, 8, 3],
    [5, 5, 3, 6],
    [2, 4, 4, 6],
  ];
  const forward = work("Conv2D", [image!, filter!], out!) - 8 * 192;
  expect(work("Conv2DBackpropInput", [[4], filter!, out!], image!) - 8 * 384).toBe(forward);
  expect(work("Conv2DBackpropFilter", [image!, [4], out!], filter!) - 8 * 450).toBe(forward);
});

test("a convolution of volumes is never little work, since its sums depend on the number of threads", () => {
  expect(
    work(
      "Conv3D",
      [
        [1, 2, 2, 2, 1],
        [1, 1, 1, 1, 1],
      ],
      [1, 2, 2, 2, 1],
    ),
  ).toBe(Infinity);
});

test("what a function with variables makes of its data alone is not counted", () => {
  const numbers = { shape: [3, 4], dtype: float32 };
  const neg = (input: Value): OpNode => ({ op: "Neg", attributes: [], inputs: [input], outputs: [numbers] });
  const nodes = [neg({ parameter: 0 }), neg({ parameter: 1 }), neg({ node: 1, output: 0 })];
  const data = { parameters: [numbers, numbers], nodes, results: [] };
  expect(workOf(data)).toBe(3 * 8 * 12);
  expect(workOf({ ...data, parameters: [numbers, { ...numbers, isVariable: true }] })).toBe(2 * 8 * 12);
});
