import { beforeAll, expect, test } from "vitest";
import type { OpAttribute, TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";
import { attributeTypes, dataTypes } from "../../../lib/backend/tensorflow/type-codes.js";
import { startNative } from "../support/start-native.js";

let binding: TensorFlowBinding;
beforeAll(async () => {
  binding = await startNative();
});

/** The output of an op on one float tensor, and its shape. */
function run(
  name: string,
  attributes: OpAttribute[],
  values: number[],
  shape: number[],
): [number[], number[]] {
  const input = binding.createTensor(shape, dataTypes.float32, Float32Array.from(values));
  const [output] = binding.executeOp(name, attributes, [input], 1);
  const read = Array.from(binding.tensorDataSync(output!.id) as Float32Array);
  binding.deleteTensor(input);
  binding.deleteTensor(output!.id);
  return [read, output!.shape];
}

const type: OpAttribute = { name: "T", type: attributeTypes.type, value: dataTypes.float32 };

test("a float attribute reaches the op: LeakyRelu's slope", () => {
  const alpha = { name: "alpha", type: attributeTypes.float, value: 0.25 };
  expect(run("LeakyRelu", [type, alpha], [-4, 4], [2])).toEqual([[-1, 4], [2]]);
});

test("a Boolean attribute reaches the op: Sum keeps its axis or drops it", () => {
  const axis = binding.createTensor([1], dataTypes.int32, new Int32Array([1]));
  const x = binding.createTensor([2, 2], dataTypes.float32, new Float32Array([1, 2, 3, 4]));
  const shapes = [true, false].map((value) => {
    const [sum] = binding.executeOp(
      "Sum",
      [type, { name: "keep_dims", type: attributeTypes.bool, value }],
      [x, axis],
      1,
    );
    binding.deleteTensor(sum!.id);
    return sum!.shape;
  });
  for (const id of [axis, x]) binding.deleteTensor(id);
  expect(shapes).toEqual([[2, 1], [2]]);
});

test("lists of integers and a text reach the op: MaxPool's window, stride and padding", () => {
  const attributes = [
    type,
    { name: "ksize", type: attributeTypes.int, value: [1, 2, 2, 1] },
    { name: "strides", type: attributeTypes.int, value: [1, 2, 2, 1] },
    { name: "padding", type: attributeTypes.string, value: "SAME" },
  ];
  const image = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(run("MaxPool", attributes, image, [1, 3, 3, 1])).toEqual([
    [5, 6, 8, 9],
    [1, 2, 2, 1],
  ]);
});

test("a shape attribute reaches the op: EnsureShape lets its own shape pass and no other", () => {
  const ensure = (value: number[]) => [type, { name: "shape", type: attributeTypes.shape, value }];
  expect(run("EnsureShape", ensure([2, 1]), [1, 2], [2, 1])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(() => run("EnsureShape", ensure([2, 3]), [1, 2], [2, 1])).toThrow("EnsureShape");
});

test("a list of types reaches the op: IdentityN passes tensors of two types", () => {
  const x = binding.createTensor([1], dataTypes.float32, new Float32Array([0.5]));
  const n = binding.createTensor([1], dataTypes.int32, new Int32Array([7]));
  const types = { name: "T", type: attributeTypes.type, value: [dataTypes.float32, dataTypes.int32] };
  const outputs = binding.executeOp("IdentityN", [types], [x, n], 2);
  expect(outputs.map(({ id }) => binding.tensorDataSync(id))).toEqual([
    new Float32Array([0.5]),
    new Int32Array([7]),
  ]);
  for (const id of [x, n, ...outputs.map((output) => output.id)]) binding.deleteTensor(id);
});

test("lists of floats reach the op: Bucketize's boundaries", () => {
  const boundaries = { name: "boundaries", type: attributeTypes.float, value: [0, 10] };
  const x = binding.createTensor([3], dataTypes.float32, new Float32Array([-1, 5, 50]));
  const [output] = binding.executeOp("Bucketize", [type, boundaries], [x], 1);
  expect(binding.tensorDataSync(output!.id)).toEqual(new Int32Array([0, 1, 2]));
  for (const id of [x, output!.id]) binding.deleteTensor(id);
});

test("an attribute of an unknown type is refused", () => {
  expect(() => run("Neg", [{ name: "T", type: 99, value: 1 }], [1], [1])).toThrow("unknown type 99");
});
