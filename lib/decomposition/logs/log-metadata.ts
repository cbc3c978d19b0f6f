import { UsageError } from "../../core/index.js";

/** The key of the file's metadata that holds what no column does. */
export const metadataKey = "deep-pessimist";

/** The version of the layout; a reader refuses later ones. */
const logFormat = 1;

/** What a file says of its log, beside the columns. */
export interface LogMetadata {
  readonly split: string;
  readonly classes: readonly string[];
  readonly run?: string | undefined;
  readonly seed?: number | undefined;
}

/** The metadata as the text that goes into the file. */
export function encodeMetadata(metadata: LogMetadata): string {
  return JSON.stringify({ format: logFormat, ...metadata });
}

/**
 * The metadata from a file's text; undefined where there is none.
 *
 * @throws UsageError for a later format, or a text that is none of ours
 */
export function decodeMetadata(path: string, text: string | undefined): LogMetadata | undefined {
  if (text === undefined) return undefined;
  const { format, ...metadata } = parsed(text);
  if (format === logFormat && typeof metadata.split === "string" && Array.isArray(metadata.classes))
    return metadata as unknown as LogMetadata;
  throw new UsageError({
    got: `${path} has a log of format ${JSON.stringify(format) ?? "unknown"}.`,
    expected: `format ${logFormat}, the only one that this version of deep-pessimist knows.`,
    fix: "npm install deep-pessimist@latest, or write the log again.",
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
