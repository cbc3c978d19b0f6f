import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";
import { newTensorHandle, withTensor } from "./tensor-handle.js";
import { dataTypes } from "./type-codes.js";

/** Bytes that one of TensorFlow's strings takes in a tensor: a small text itself, or a pointer to a long one. */
const stringBytes = 24;

/** A tensor handle that holds a copy of `texts`, each the bytes of one string. */
export function stringTensor(
  native: Native,
  shape: readonly number[],
  texts: readonly Uint8Array[],
  copy: (handle: Address) => Address,
): Address {
  const { c } = native;
  const description = { shape, dtype: dataTypes.string, bytes: texts.length * stringBytes };
  const ours = newTensorHandle(native, description, (first) =>
    texts.forEach((text, i) => {
      c.TF_StringInit(first + i * stringBytes);
      c.TF_StringCopy(first + i * stringBytes, text, text.length);
    }),
  );
  // TensorFlow frees the strings of tensors that its ops made, but not of those that we filled, which
  // other tensors may come to share. So the copy that an op makes is kept, and ours is freed here.
  try {
    return copy(ours);
  } finally {
    eachString(native, ours, (text) => c.TF_StringDealloc(text));
    c.TFE_DeleteTensorHandle(ours);
  }
}

/** A copy of each string of a tensor, as bytes. */
export function readStrings(native: Native, handle: Address): Uint8Array[] {
  const { c, copyOut } = native;
  return eachString(native, handle, (text) => {
    const bytes = new Uint8Array(c.TF_StringGetSize(text));
    if (bytes.length > 0) copyOut(bytes, c.TF_StringGetDataPointer(text), bytes.length);
    return bytes;
  });
}

function eachString<Result>(native: Native, handle: Address, use: (text: Address) => Result): Result[] {
  return withTensor(native, handle, (tensor) => {
    const first = native.c.TF_TensorData(tensor);
    const length = native.c.TF_TensorElementCount(tensor);
    return Array.from({ length }, (_, i) => use(first + i * stringBytes));
  });
}
