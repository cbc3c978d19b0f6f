import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

/** One message of the Jupyter protocol, in either direction. */
export interface Message {
  /** ZeroMQ routing frames of a request; the topic of a broadcast. */
  identities: readonly (Buffer | string)[];
  header: Header;
  parent: Header | Record<string, never>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

const delimiter = "<IDS|MSG>";
const session: string = randomUUID();

export function makeHeader(type: string): Header {
  return {
    msg_id: randomUUID(),
    session,
    username: "kernel",
    date: new Date().toISOString(),
    msg_type: type,
    version: "5.3",
  };
}

function signature(key: string, parts: readonly (Buffer | string)[]): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/**
 * Frames → message.
 *
 * @throws Error if the frames are incomplete or the signature is not the key's.
 * @see Jupyter client documentation, “Messaging in Jupyter”, the wire protocol
 */
export function readMessage(frames: readonly Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.toString() === delimiter);
  const [signed, ...parts] = frames.slice(start + 1);
  if (start < 0 || signed === undefined || parts.length < 4)
    throw new Error(`A message of ${frames.length} frames has no header, parent, metadata and content.`);
  const expected = Buffer.from(signature(key, parts));
  if (expected.length !== signed.length || !timingSafeEqual(expected, signed))
    throw new Error("A message was not signed with this kernel's key.");
  const [header, parent, metadata, content] = parts.slice(0, 4).map((part) => JSON.parse(part.toString()));
  return { identities: frames.slice(0, start), header, parent, metadata, content };
}

/** Message → frames, signed. */
export function writeMessage(message: Message, key: string): (Buffer | string)[] {
  const { identities, header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part));
  return [...identities, delimiter, signature(key, parts), ...parts];
}
