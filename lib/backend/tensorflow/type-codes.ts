/** TensorFlow's numbers for element types (`TF_DataType` in tensorflow/c/tf_datatype.h). */
export const dataTypes = {
  float32: 1,
  float64: 2,
  int32: 3,
  uint8: 4,
  string: 7,
  complex64: 8,
  int64: 9,
  bool: 10,
  resource: 20,
} as const;

/** TensorFlow's numbers for the types of an op's attributes (`TF_AttrType` in tensorflow/c/tf_attrtype.h). */
export const attributeTypes = { string: 0, int: 1, float: 2, bool: 3, type: 4, shape: 5 } as const;

/** The name of an element type's number, or the number as text where we have no name for it. */
export function dataTypeName(code: number): string {
  return Object.entries(dataTypes).find(([, number]) => number === code)?.[0] ?? `type ${code}`;
}
