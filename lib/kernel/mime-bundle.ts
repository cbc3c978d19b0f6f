import { inspect } from "node:util";

/** One value in several forms; the client shows the richest that it knows. */
export interface MimeBundle {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** The symbol by which an object says how a notebook shows it; Deno's kernel honours it too. */
const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

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

/** A cell's last value as the client gets it: its own forms if it has any, and text in any case. */
export async function describeValue(value: unknown): Promise<MimeBundle> {
  const own = (value as { [displaySymbol]?: unknown })[displaySymbol];
  const text = () => (typeof value === "string" ? value : inspect(value));
  if (typeof own !== "function") return toMimeBundle({ "text/plain": text() });
  const data: Record<string, unknown> = await own.call(value);
  return toMimeBundle("text/plain" in data ? data : { ...data, "text/plain": text() });
}
