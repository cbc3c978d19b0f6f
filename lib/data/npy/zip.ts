import { crc32, inflateRawSync } from "node:zlib";
import { UsageError } from "../../core/index.js";

/** A file inside an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const endMark = 0x06054b50;

/** Zip's own fields have 32 bits; NumPy's larger archives have more, in fields that are not read here. */
const most = 2 ** 32 - 1;

/**
 * The files of a zip archive, packed by deflate or not at all, each checked by its checksum.
 *
 * @throws UsageError when it is no archive, is cut short or damaged, or has 4 GB or more
 * @see PKWARE, "APPNOTE.TXT – .ZIP File Format Specification" (2022), 4.3
 */
export function readZip(bytes: Uint8Array, name: string): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory is at the end, before a comment of at most 65,535 bytes.
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || end < buffer.length - 65_557 || end + 22 > buffer.length)
    throw damaged(name, buffer.toString("latin1", 0, 2) === "PK" ? "is cut short" : "is no .npz file");
  let at = buffer.readUInt32LE(end + 16);
  if (at === most) throw damaged(name, "has 4 GB or more");
  return Array.from({ length: buffer.readUInt16LE(end + 10) }, () => {
    if (at + 46 > end || buffer.readUInt32LE(at) !== centralMark) throw damaged(name, "is damaged");
    const nameLength = buffer.readUInt16LE(at + 28);
    const entry = {
      name: buffer.toString("utf8", at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      local: buffer.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    return { name: entry.name, bytes: unpack(buffer, entry, `${name}, ${entry.name}`) };
  });
}

function unpack(
  buffer: Buffer,
  {
    method,
    checksum,
    packed,
    size,
    local,
  }: { method: number; checksum: number; packed: number; size: number; local: number },
  name: string,
): Uint8Array {
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== localMark)
    throw damaged(name, "is damaged");
  if (method !== 0 && method !== 8) throw damaged(name, `is packed by method ${method}`);
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const content = buffer.subarray(start, start + packed);
  let bytes: Buffer;
  try {
    bytes = method === 8 ? inflateRawSync(content, { maxOutputLength: Math.max(1, size) }) : content;
  } catch {
    throw damaged(name, "is damaged");
  }
  if (bytes.length !== size || crc32(bytes) !== checksum) throw damaged(name, "is damaged");
  return bytes;
}

function damaged(name: string, how: string): UsageError {
  return new UsageError({
    got: `${name} ${how}.`,
    expected: "an archive that numpy.savez, numpy.savez_compressed or writeNpz has written, below 4 GB.",
    fix: "copy or write it again; larger arrays as one .npy file each.",
  });
}

/**
 * A zip archive with its files stored as they are, as `numpy.savez` does. The same files give the same bytes.
 *
 * @throws UsageError for 4 GB or more
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const fileName = Buffer.from(name, "utf8");
    if (offset + bytes.length > most - 65_536) throw damaged(name, "would make an archive of 4 GB or more");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // needs version 2.0
    common.writeUInt16LE(0x0800, 2); // the name is UTF-8
    common.writeUInt16LE(0x21, 8); // the first of January 1980: no clock in the bytes
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([uint32(localMark), common, fileName]);
    directory.push(
      Buffer.concat([uint32(centralMark), uint16(20), common, Buffer.alloc(10), uint32(offset), fileName]),
    );
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const counts = Buffer.concat([uint16(entries.length), uint16(entries.length)]);
  const end = Buffer.concat([
    uint32(endMark),
    Buffer.alloc(4),
    counts,
    uint32(size),
    uint32(offset),
    uint16(0),
  ]);
  return Buffer.concat([...parts, ...directory, end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
