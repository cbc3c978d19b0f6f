import { crc32 } from "node:zlib";
import type { Checkpoint } from "./checkpoint.js";
import type { StoredTensor } from "./stored-tensor.js";

/** What a checkpoint file begins with. */
export const magic = "DPESSCKP";

/** The form of the file. A reader knows this one alone. */
export const formatVersion = 1;

/** Bytes before the header: magic, version, header's length, checksum of all that follows. */
export const prefixBytes = 20;

/** The groups of tensors, in the file's order. */
export const groups = ["weights", "optimizer", "best"] as const;

/** A tensor as the header lists it. */
export type TensorEntry = Omit<StoredTensor, "values"> & { bytes: number };

/**
 * A checkpoint as the bytes of its file: prefix, header (JSON), then each tensor's numbers, little-endian, without gaps.
 *
 * @returns pieces that are written one after the other; the tensors' are views, not copies
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array[] {
  const { identity, state } = checkpoint;
  const entries = (tensors: readonly StoredTensor[]): TensorEntry[] =>
    tensors.map(({ name, dtype, shape, values }) => ({ name, dtype, shape, bytes: values.byteLength }));
  const tensors = Object.fromEntries(groups.map((group) => [group, entries(checkpoint[group])]));
  const header = Buffer.from(JSON.stringify({ identity, state, tensors }, spellNonFinite), "utf8");
  const pieces = groups.flatMap((group) =>
    checkpoint[group].map(
      ({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    ),
  );
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(magic, 0, "latin1");
  prefix.writeUInt32LE(formatVersion, 8);
  prefix.writeUInt32LE(header.length, 12);
  prefix.writeUInt32LE(
    [header, ...pieces].reduce((sum, piece) => crc32(piece, sum), 0),
    16,
  );
  return [prefix, header, ...pieces];
}

/** JSON has no NaN and no infinity, which a loss may well be. */
function spellNonFinite(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
}

/** The other way round. */
export function readNonFinite(_: string, value: unknown): unknown {
  const spelled = value as { number?: unknown } | null;
  return typeof spelled === "object" && typeof spelled?.number === "string" ? Number(spelled.number) : value;
}
