import { crc32 } from "node:zlib";
import { UsageError } from "../../core/index.js";
import type { Checkpoint } from "./checkpoint.js";
import {
  formatVersion,
  groups,
  magic,
  prefixBytes,
  readNonFinite,
  type TensorEntry,
} from "./encode-checkpoint.js";
import type { StoredTensor } from "./stored-tensor.js";

type Header = Pick<Checkpoint, "identity" | "state"> & {
  tensors: Record<(typeof groups)[number], TensorEntry[]>;
};

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };

/**
 * The checkpoint in a file's bytes.
 *
 * @param path - for messages
 * @throws UsageError where the bytes are no checkpoint, one of another version, cut short, or changed
 */
export function decodeCheckpoint(bytes: Buffer, path: string): Checkpoint {
  const reject = (got: string): never => {
    throw new UsageError({
      got: `${path} ${got}`,
      expected: `a checkpoint as fit has written it, of version ${formatVersion}.`,
      fix: `put a copy in its place, or begin anew: rm ${JSON.stringify(path)}.`,
    });
  };
  if (
    bytes.length < prefixBytes &&
    Buffer.from(magic, "latin1").subarray(0, bytes.length).equals(bytes.subarray(0, 8))
  )
    return reject(`is cut short, at ${bytes.length} bytes.`);
  if (bytes.toString("latin1", 0, magic.length) !== magic) return reject("is no checkpoint.");
  const version = bytes.readUInt32LE(8);
  if (version !== formatVersion)
    return reject(`is a checkpoint of version ${version}, from another version of deep-pessimist.`);
  const bodyStart = prefixBytes + bytes.readUInt32LE(12);
  if (bytes.length < bodyStart) return reject(`is cut short, at ${bytes.length} bytes.`);
  const header = headerOf(bytes.subarray(prefixBytes, bodyStart));
  const entries = header === undefined ? [] : groups.flatMap((group) => header.tensors[group]);
  const wanted = entries.reduce((sum, entry) => sum + entry.bytes, bodyStart);
  if (header !== undefined && bytes.length < wanted)
    return reject(`is cut short: ${bytes.length} bytes of ${wanted}.`);
  if (
    header === undefined ||
    bytes.length > wanted ||
    crc32(bytes.subarray(prefixBytes)) !== bytes.readUInt32LE(16)
  )
    return reject("is damaged: its checksum is another.");
  let at = bodyStart;
  const take = ({ bytes: length, ...entry }: TensorEntry): StoredTensor => {
    const copy = new Uint8Array(bytes.subarray(at, at + length)).buffer; // a copy: typed arrays want aligned numbers
    at += length;
    return { ...entry, values: new arrays[entry.dtype](copy) };
  };
  const read = Object.fromEntries(groups.map((group) => [group, header.tensors[group].map(take)]));
  return { identity: header.identity, state: header.state, ...read } as unknown as Checkpoint;
}

function headerOf(bytes: Buffer): Header | undefined {
  try {
    return JSON.parse(bytes.toString("utf8"), readNonFinite) as Header;
  } catch {
    return undefined;
  }
}
