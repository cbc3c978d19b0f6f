import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";

/** The C functions that write attributes, of an op that is to run or of an operation in a graph. */
export interface AttributeSetters {
  string(target: Address, name: Address, bytes: Uint8Array, size: number): void;
  int(target: Address, name: Address, value: number): void;
  intList(target: Address, name: Address, values: BigInt64Array, size: number): void;
  float(target: Address, name: Address, value: number): void;
  floatList(target: Address, name: Address, values: Float32Array, size: number): void;
  bool(target: Address, name: Address, value: number): void;
  boolList(target: Address, name: Address, values: Uint8Array, size: number): void;
  type(target: Address, name: Address, value: number): void;
  typeList(target: Address, name: Address, values: Int32Array, size: number): void;
  shape(target: Address, name: Address, dims: BigInt64Array, rank: number): void;
}

/** For an op of the eager runtime. */
export function opSetters({ c, status }: Native): AttributeSetters {
  return {
    string: c.TFE_OpSetAttrString,
    int: c.TFE_OpSetAttrInt,
    intList: c.TFE_OpSetAttrIntList,
    float: c.TFE_OpSetAttrFloat,
    floatList: c.TFE_OpSetAttrFloatList,
    bool: c.TFE_OpSetAttrBool,
    boolList: c.TFE_OpSetAttrBoolList,
    type: c.TFE_OpSetAttrType,
    typeList: c.TFE_OpSetAttrTypeList,
    shape: (op, name, dims, rank) => {
      c.TFE_OpSetAttrShape(op, name, dims, rank, status.address);
      status.assertOk("set a shape");
    },
  };
}

/** For an operation of a graph. */
export function operationSetters({ c }: Native): AttributeSetters {
  return {
    string: c.TF_SetAttrString,
    int: c.TF_SetAttrInt,
    intList: c.TF_SetAttrIntList,
    float: c.TF_SetAttrFloat,
    floatList: c.TF_SetAttrFloatList,
    bool: c.TF_SetAttrBool,
    boolList: c.TF_SetAttrBoolList,
    type: c.TF_SetAttrType,
    typeList: c.TF_SetAttrTypeList,
    shape: c.TF_SetAttrShape,
  };
}
