/**
 * Whether an error says that memory ran out: TensorFlow's on any device, WebAssembly's full heap, or JavaScript's own.
 *
 * @example
 * isOutOfMemory(new Error("OOM when allocating tensor with shape[4,4]")); // true
 * isOutOfMemory(new Error("Shapes do not fit")); // false
 */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /OOM when allocating|failed to allocate memory|WebAssembly's memory is full|Array buffer allocation failed|Invalid typed array length/i.test(
    error.message,
  );
}
