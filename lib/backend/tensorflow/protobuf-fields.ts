/** One field of a protobuf message: a number, or the bytes of a text or of a message inside. */
export interface ProtobufField {
  readonly field: number;
  readonly value?: number;
  readonly bytes?: Uint8Array;
}

/**
 * The fields of a message in the order in which they lie; those of 32 or 64 fixed bits have only their number.
 *
 * @see Google, "Protocol Buffers: Encoding" (2024)
 */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const kind = tag % 8;
    if (kind === 0) yield { field, value: varint() };
    else if (kind === 2) {
      const length = varint();
      yield { field, bytes: message.subarray(at, at + length) };
      at += length;
    } else {
      yield { field };
      at += kind === 1 ? 8 : 4;
    }
  }
}
