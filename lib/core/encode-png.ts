import { deflateSync } from "node:zlib";
import { UsageError } from "./usage-error.js";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG's number for grey, colour, and colour with opacity, by channels. */
const colourTypes: Readonly<Record<number, number>> = { 1: 0, 3: 2, 4: 6 };

/** Options for {@link encodePng}. */
export interface EncodePngOptions {
  /** 1 (grey), 3 (red, green, blue) or 4 (and opacity); defaults to 3. */
  channels?: number;
  /** How hard to pack, 1 (quick) … 9 (small); defaults to 9. */
  level?: number;
}

/**
 * Bytes as a PNG file, without loss.
 *
 * @param pixels - shape [height, width, channels]
 * @throws UsageError for a number of channels that PNG does not have
 * @see ISO/IEC 15948, "Portable Network Graphics" (2004)
 * @example
 * String.fromCharCode(...encodePng(Uint8Array.of(255, 0, 0), 1, 1).subarray(1, 4)); // "PNG"
 */
export function encodePng(
  pixels: Uint8Array,
  width: number,
  height: number,
  { channels = 3, level = 9 }: EncodePngOptions = {},
): Uint8Array {
  const colourType = colourTypes[channels];
  if (colourType === undefined)
    throw new UsageError({
      got: `images of ${channels} channels.`,
      expected: "1 (grey), 3 (red, green, blue) or 4 (and opacity): PNG has no others.",
      fix: "store the pixels as .npy instead.",
    });
  const row = channels * width;
  const filtered = new Uint8Array(height * (row + 1)); // each row begins with its filter, 0: none
  for (let y = 0; y < height; y++) filtered.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits per channel
  header.setUint8(9, colourType);
  return Buffer.concat([
    signature,
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("IDAT", deflateSync(filtered, { level })),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Length, type, data, and the checksum of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(checksum(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

/** The checksum of each byte alone. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 255]!;
  return ~crc >>> 0;
}
