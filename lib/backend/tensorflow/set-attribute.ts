import type { Address } from "./c-functions.js";
import type { Native } from "./native.js";
import type { OpAttribute } from "./op-types.js";
import { attributeTypes } from "./type-codes.js";

/** Writes one attribute of an op, a single value or a list of them. */
export function setAttribute(native: Native, op: Address, attribute: OpAttribute): void {
  const { name, type, value } = attribute;
  const key = native.strings.address(name);
  if (type === attributeTypes.shape) setShape(native, op, attribute);
  else if (Array.isArray(value)) setList(native, op, key, type, value as number[]);
  else setValue(native, op, key, type, value);
}

function setValue({ c }: Native, op: Address, key: Address, type: number, value: OpAttribute["value"]): void {
  switch (type) {
    case attributeTypes.string: {
      const bytes = new TextEncoder().encode(String(value));
      c.TFE_OpSetAttrString(op, key, bytes, bytes.length);
      break;
    }
    case attributeTypes.int:
      c.TFE_OpSetAttrInt(op, key, Number(value));
      break;
    case attributeTypes.float:
      c.TFE_OpSetAttrFloat(op, key, Number(value));
      break;
    case attributeTypes.bool:
      c.TFE_OpSetAttrBool(op, key, value ? 1 : 0);
      break;
    case attributeTypes.type:
      c.TFE_OpSetAttrType(op, key, Number(value));
      break;
    default:
      throw new Error(`An op's attribute has the unknown type ${type}.`);
  }
}

function setList({ c }: Native, op: Address, key: Address, type: number, values: readonly number[]): void {
  switch (type) {
    case attributeTypes.int:
      c.TFE_OpSetAttrIntList(op, key, BigInt64Array.from(values, BigInt), values.length);
      break;
    case attributeTypes.float:
      c.TFE_OpSetAttrFloatList(op, key, Float32Array.from(values), values.length);
      break;
    case attributeTypes.bool:
      c.TFE_OpSetAttrBoolList(op, key, Uint8Array.from(values, Number), values.length);
      break;
    case attributeTypes.type:
      c.TFE_OpSetAttrTypeList(op, key, Int32Array.from(values), values.length);
      break;
    default:
      throw new Error(`An op's attribute has the type ${type}, of which there are no lists.`);
  }
}

function setShape({ c, status, strings }: Native, op: Address, { name, value }: OpAttribute): void {
  const dims = BigInt64Array.from(value as number[], BigInt);
  c.TFE_OpSetAttrShape(op, strings.address(name), dims, dims.length, status.address);
  status.assertOk(`set the shape "${name}"`);
}
