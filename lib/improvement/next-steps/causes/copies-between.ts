import type { PredictionLog } from "../../../core/index.js";

/** A log with the fingerprints of its rows. */
export interface PrintedLog extends PredictionLog {
  readonly prints: Float64Array;
}

/** Samples of one log that are in another too. */
export interface Copies {
  readonly rows: number;
  /** The id of the first of them. */
  readonly example: string;
  readonly how: string;
}

/**
 * How many rows of `log` are in `other` too: by id, or by label and probabilities that are the same to the last bit, which two
 * images give only by accident.
 *
 * How often that accident happens is counted inside `log` itself, where no copy is expected: probabilities that were
 * rounded for storing coincide by the hundred, and say nothing then.
 */
export function copiesBetween(other: PrintedLog, log: PrintedLog): Copies {
  const ids = new Set(other.ids);
  const named = log.ids.filter((id) => ids.has(id));
  const seen = new Set(other.prints);
  const rows = [...log.prints.keys()].filter((row) => !Number.isNaN(log.prints[row]));
  const same = rows.filter((row) => seen.has(log.prints[row]!));
  const inside = rows.length - new Set(rows.map((row) => log.prints[row]!)).size;
  const byChance = Math.ceil((2 * inside * other.ids.length) / log.ids.length);
  const alike = Math.max(0, same.length - 3 * byChance);
  return named.length >= alike
    ? { rows: named.length, example: named[0] ?? "", how: "under the same id" }
    : {
        rows: alike,
        example: log.ids[same[0]!]!,
        how: "under another id, with the same probabilities to the last bit",
      };
}
