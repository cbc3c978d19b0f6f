import type { AttributeSetters } from "./attribute-setters.js";
import type { Address } from "./c-functions.js";
import type { CStrings } from "./c-strings.js";
import type { OpAttribute } from "./op-types.js";
import { attributeTypes } from "./type-codes.js";

/** Writes one attribute, a single value or a list of them, of what `set` writes to. */
export function setAttribute(
  set: AttributeSetters,
  strings: CStrings,
  target: Address,
  { name, type, value }: OpAttribute,
): void {
  const key = strings.address(name);
  if (type === attributeTypes.shape)
    set.shape(target, key, BigInt64Array.from(value as number[], BigInt), (value as number[]).length);
  else if (Array.isArray(value)) setList(set, target, key, type, value as number[]);
  else setValue(set, target, key, type, value);
}

function setValue(
  set: AttributeSetters,
  target: Address,
  key: Address,
  type: number,
  value: OpAttribute["value"],
): void {
  switch (type) {
    case attributeTypes.string: {
      const bytes = new TextEncoder().encode(String(value));
      set.string(target, key, bytes, bytes.length);
      break;
    }
    case attributeTypes.int:
      set.int(target, key, Number(value));
      break;
    case attributeTypes.float:
      set.float(target, key, Number(value));
      break;
    case attributeTypes.bool:
      set.bool(target, key, value ? 1 : 0);
      break;
    case attributeTypes.type:
      set.type(target, key, Number(value));
      break;
    default:
      throw new Error(`An op's attribute has the unknown type ${type}.`);
  }
}

function setList(
  set: AttributeSetters,
  target: Address,
  key: Address,
  type: number,
  values: readonly number[],
): void {
  switch (type) {
    case attributeTypes.int:
      set.intList(target, key, BigInt64Array.from(values, BigInt), values.length);
      break;
    case attributeTypes.float:
      set.floatList(target, key, Float32Array.from(values), values.length);
      break;
    case attributeTypes.bool:
      set.boolList(target, key, Uint8Array.from(values, Number), values.length);
      break;
    case attributeTypes.type:
      set.typeList(target, key, Int32Array.from(values), values.length);
      break;
    default:
      throw new Error(`An op's attribute has the type ${type}, of which there are no lists.`);
  }
}
