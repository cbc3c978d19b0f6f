/** What a socket sends of what has come from another thread, where bytes lose their class on the way. */
export function asFrame(frame: Uint8Array | string): Buffer | string {
  return typeof frame === "string" ? frame : Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
}
