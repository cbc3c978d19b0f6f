import type { Node } from "../tensorflow/index.js";
import type { Origin, Recording } from "./recording.js";

/** The first thing in which two calls of a step differ, as the end of a sentence; undefined where they are the same. */
export function differenceOf(first: Recording, second: Recording): string | undefined {
  for (const [i, node] of first.nodes.entries()) {
    const other = second.nodes[i];
    const difference = other === undefined ? "it runs fewer ops than before" : differenceOfNodes(node, other);
    if (difference !== undefined) return difference;
  }
  if (second.nodes.length > first.nodes.length) return "it runs more ops than before";
  if (!sameList(first.origins, second.origins, sameOrigin)) return "it takes other tensors than before";
  if (!same(first.parameters, second.parameters)) return "its tensors have other shapes than before";
  if (!same(first.returned, second.returned)) return "it returns something else than before";
  const sameUpdate = (a: Recording["updates"][number], b: typeof a) =>
    a.variable === b.variable && same(a.value, b.value);
  if (!sameList(first.updates, second.updates, sameUpdate)) return "it changes other variables than before";
  return undefined;
}

function differenceOfNodes(first: Node, second: Node): string | undefined {
  if ("op" in first && "op" in second) {
    if (first.op !== second.op) return `it runs ${second.op} where it ran ${first.op} before`;
    if (!same(first.attributes, second.attributes))
      return `it runs ${second.op} with other settings than before`;
    return same(first.inputs, second.inputs) ? undefined : `it gives ${second.op} other inputs than before`;
  }
  if ("op" in first || "op" in second) return "it runs other ops than before";
  const [a, b] = [first.values, second.values];
  const unchanged =
    same(first.shape, second.shape) && a.length === b.length && Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
  if (unchanged) return undefined;
  return (
    `it uploads a tensor of shape [${second.shape}] whose values change from call to call; ` +
    "make it an argument, or draw it inside hostTensor(() => …)"
  );
}

function sameOrigin(first: Origin, second: Origin): boolean {
  if (first.from === "variable" && second.from === "variable") return first.variable === second.variable;
  if (first.from === "host" && second.from === "host") return first.index === second.index;
  return same(first, second);
}

function sameList<T>(first: readonly T[], second: readonly T[], equal: (a: T, b: T) => boolean): boolean {
  return first.length === second.length && first.every((item, i) => equal(item, second[i]!));
}

const same = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
