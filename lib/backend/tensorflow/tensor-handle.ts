import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";
import { dataTypes } from "./type-codes.js";

/**
 * A tensor of `shape` in C's memory, filled by `fill`, wrapped for the eager runtime and moved to the device.
 *
 * @param fill - gets the address of the elements
 */
export function newTensorHandle(
  native: Native,
  { shape, dtype, bytes }: { shape: readonly number[]; dtype: number; bytes: number },
  fill: (elements: Address) => void,
): Address {
  const { c, status } = native;
  const dims = new BigInt64Array(native.dims.buffer);
  shape.forEach((size, axis) => {
    dims[axis] = BigInt(size);
  });
  const tensor = c.TF_AllocateTensor(dtype, native.dims.address, shape.length, bytes);
  if (bytes > 0) fill(c.TF_TensorData(tensor));
  const handle = c.TFE_NewTensorHandle(tensor, status.address);
  c.TF_DeleteTensor(tensor);
  status.assertOk("make a tensor");
  return toDevice(native, handle, dtype);
}

/** Most GPU kernels want whole numbers in the host's memory, and strings live nowhere else. */
function toDevice(native: Native, handle: Address, dtype: number): Address {
  const { c, status, device } = native;
  if (device.kind === "CPU" || dtype === dataTypes.int32 || dtype === dataTypes.string) return handle;
  const name = native.strings.address(device.name);
  const moved = c.TFE_TensorHandleCopyToDevice(handle, native.context, name, status.address);
  c.TFE_DeleteTensorHandle(handle);
  status.assertOk(`copy a tensor to ${device.name}`);
  return moved;
}

/** Brings a handle's tensor to the host's memory for the length of `use`. */
export function withTensor<Result>(
  native: Native,
  handle: Address,
  use: (tensor: Address) => Result,
): Result {
  const tensor = native.c.TFE_TensorHandleResolve(handle, native.status.address);
  native.status.assertOk("read a tensor");
  try {
    return use(tensor);
  } finally {
    native.c.TF_DeleteTensor(tensor);
  }
}
