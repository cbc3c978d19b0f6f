import { deserialize, serialize } from "node:v8";

/** A value as bytes, after four that tell how many; unlike JSON it keeps NaN and undefined. */
export function frame(value: unknown): Buffer {
  const content = serialize(value);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([length, content]);
}

/** Puts frames together from the pieces in which they arrive. */
export function frameReader(onValue: (value: unknown) => void): (piece: Buffer) => void {
  let bytes = Buffer.alloc(0);
  return (piece) => {
    bytes = Buffer.concat([bytes, piece]);
    while (bytes.length >= 4) {
      const end = 4 + bytes.readUInt32LE();
      if (bytes.length < end) return;
      const content = bytes.subarray(4, end);
      bytes = bytes.subarray(end);
      onValue(deserialize(content));
    }
  };
}
