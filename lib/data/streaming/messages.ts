import { UsageError } from "../../core/index.js";

/** To a worker: draw these rows. */
export interface Order {
  readonly id: number;
  readonly rows: Uint32Array;
}

/** From a worker: the samples, or why there are none. */
export type Delivery =
  | { readonly id: number; readonly x: Float32Array | Uint8Array; readonly shape: number[] }
  | { readonly id: number; readonly error: PackedError };

/** An error in plain values: what is posted between threads loses its class. */
export interface PackedError {
  readonly message: string;
  readonly stack?: string;
  readonly usage?: { got: string; expected: string; fix: string };
}

export function packError(error: unknown): PackedError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  const usage =
    error instanceof UsageError ? { got: error.got, expected: error.expected, fix: error.fix } : undefined;
  return { message, ...(stack !== undefined && { stack }), ...(usage && { usage }) };
}

export function unpackError({ message, stack, usage }: PackedError): Error {
  if (usage !== undefined) return new UsageError(usage);
  const error = new Error(`a worker that draws batches failed: ${message}`);
  if (stack !== undefined) error.stack = stack;
  return error;
}
