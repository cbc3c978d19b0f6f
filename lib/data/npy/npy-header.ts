/** NumPy's names of the numbers that our typed arrays hold. */
export type NpyType = "|u1" | "<i4" | "<f4";

/**
 * The first bytes of a `.npy` file; the numbers follow, row after row, little-endian.
 *
 * @param shape - of the whole array, batch axis first
 * @see R. Kern, "NEP 1: A Simple File Format for NumPy Arrays" (2007), version 1.0
 * @example
 * npyHeader("|u1", [2, 3]).length; // 128
 */
export function npyHeader(type: NpyType, shape: readonly number[]): Uint8Array {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const description = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }`;
  const prefix = 10; // magic, version, and the length of what follows
  // The numbers begin at a multiple of 64, so that they can be mapped into memory.
  const length = Math.ceil((prefix + description.length + 1) / 64) * 64;
  const header = Buffer.alloc(length, " ");
  header.write("\x93NUMPY\x01\x00", 0, "latin1");
  header.writeUInt16LE(length - prefix, 8);
  header.write(description, prefix, "latin1");
  header.write("\n", length - 1, "latin1");
  return new Uint8Array(header);
}

/** NumPy's name of the numbers in a typed array. */
export function npyTypeOf(array: Uint8Array | Int32Array | Float32Array): NpyType {
  if (array instanceof Uint8Array) return "|u1";
  return array instanceof Int32Array ? "<i4" : "<f4";
}
