/** One value in several forms; the client shows the richest that it knows. */
export interface MimeBundle {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** Bytes travel as base64; everything else as it is. */
export function toMimeBundle(
  data: Record<string, unknown>,
  metadata: Record<string, unknown> = {},
): MimeBundle {
  const encoded = Object.entries(data).map(([type, value]) => [
    type,
    value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
  ]);
  return { data: Object.fromEntries(encoded), metadata };
}
