import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";
import { newTensorHandle, withTensor } from "./tensor-handle.js";
import { dataTypeName, dataTypes } from "./type-codes.js";

/** Numbers as tfjs holds them. A complex64 is two floats; an int64 comes as two int32 and goes as a bigint. */
export type Numbers = Float32Array | Float64Array | Int32Array | Uint8Array | BigInt64Array;

/** The typed array that each element type is read into. */
const readAs: Readonly<Record<number, new (bytes: ArrayBuffer) => Numbers>> = {
  [dataTypes.float32]: Float32Array,
  [dataTypes.float64]: Float64Array,
  [dataTypes.complex64]: Float32Array,
  [dataTypes.int32]: Int32Array,
  [dataTypes.int64]: BigInt64Array,
  [dataTypes.uint8]: Uint8Array,
  [dataTypes.bool]: Uint8Array,
};

/** Typed arrays that may be written as each element type, and the bytes that an element takes. */
const writeAs: Readonly<Record<number, { arrays: readonly string[]; bytes: number }>> = {
  [dataTypes.float32]: { arrays: ["Float32Array"], bytes: 4 },
  [dataTypes.complex64]: { arrays: ["Float32Array"], bytes: 8 },
  [dataTypes.int32]: { arrays: ["Int32Array"], bytes: 4 },
  [dataTypes.int64]: { arrays: ["Int32Array", "BigInt64Array"], bytes: 8 },
  [dataTypes.uint8]: { arrays: ["Uint8Array"], bytes: 1 },
  [dataTypes.bool]: { arrays: ["Uint8Array"], bytes: 1 },
};

/** A tensor handle that holds a copy of `values`. */
export function numberTensor(
  native: Native,
  shape: readonly number[],
  dtype: number,
  values: Numbers,
): Address {
  const rule = writeAs[dtype];
  const name = values.constructor.name;
  if (!rule?.arrays.includes(name))
    throw new Error(`A ${dataTypeName(dtype)} tensor cannot be made of a ${name}.`);
  const elements = shape.reduce((product, size) => product * size, 1);
  const bytes = elements * rule.bytes;
  if (values.byteLength !== bytes)
    throw new Error(
      `A ${dataTypeName(dtype)} tensor of shape [${shape}] needs ${bytes} bytes; its values have ${values.byteLength}.`,
    );
  return newTensorHandle(native, { shape, dtype, bytes }, (address) => native.copyIn(address, values, bytes));
}

/** A copy of a tensor's elements. */
export function readNumbers(native: Native, handle: Address, dtype: number): Numbers {
  const TypedArray = readAs[dtype];
  if (TypedArray === undefined) throw new Error(`A tensor of ${dataTypeName(dtype)} cannot be read.`);
  return withTensor(native, handle, (tensor) => {
    const bytes = native.c.TF_TensorByteSize(tensor);
    const values = new TypedArray(new ArrayBuffer(bytes));
    if (bytes > 0) native.copyOut(values, native.c.TF_TensorData(tensor), bytes);
    return values;
  });
}
