import type { Native } from "./native.js";
import { protobufFields } from "./protobuf-fields.js";

/** What has to be known of an op to put it into a graph. */
export interface OpDefinition {
  /** For each input, the attribute that says how many tensors it takes; undefined for an input of one tensor. */
  readonly inputs: readonly (string | undefined)[];
  /** Whether it does more than compute its outputs from its inputs: it draws random numbers, reads a file, keeps a state. */
  readonly stateful: boolean;
}

const known = new WeakMap<Native, ReadonlyMap<string, OpDefinition>>();

/** Every op of this TensorFlow by its name, read once. */
export function opDefinitions(native: Native): ReadonlyMap<string, OpDefinition> {
  const before = known.get(native);
  if (before !== undefined) return before;
  const definitions = parseOpList(opListOf(native));
  known.set(native, definitions);
  return definitions;
}

/** The bytes of TensorFlow's list of its own ops, a message `OpList`. */
function opListOf({ c, copyOut }: Native): Uint8Array {
  const buffer = c.TF_GetAllOpList();
  const head = new BigUint64Array(2); // TF_Buffer begins with the data's address and length
  copyOut(head, buffer, head.byteLength);
  const bytes = new Uint8Array(Number(head[1]));
  copyOut(bytes, Number(head[0]), bytes.length);
  c.TF_DeleteBuffer(buffer);
  return bytes;
}

/** Reads a message `OpList` (tensorflow/core/framework/op_def.proto). */
function parseOpList(bytes: Uint8Array): ReadonlyMap<string, OpDefinition> {
  const definitions = new Map<string, OpDefinition>();
  for (const { field, bytes: op } of protobufFields(bytes)) {
    if (field !== 1 || op === undefined) continue;
    let name = "";
    let stateful = false;
    const inputs: (string | undefined)[] = [];
    for (const part of protobufFields(op)) {
      if (part.field === 1 && part.bytes) name = text(part.bytes);
      if (part.field === 2 && part.bytes) inputs.push(listLengthOf(part.bytes));
      if (part.field === 17) stateful = part.value !== 0;
    }
    definitions.set(name, { inputs, stateful });
  }
  return definitions;
}

/** Of a message `ArgDef`: the attribute that holds the number of its tensors, or the list of their types. */
function listLengthOf(bytes: Uint8Array): string | undefined {
  for (const { field, bytes: value } of protobufFields(bytes))
    if ((field === 5 || field === 6) && value !== undefined && value.length > 0) return text(value);
  return undefined;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
