import type { PredictionLog } from "../../../core/index.js";

/** A log with the fingerprints of its rows: of all but the surest, and of the hesitant ones alone. */
export interface PrintedLog extends PredictionLog {
  readonly prints: readonly [Float64Array, Float64Array];
  /** Whether its probabilities have six decimals at most, so that rows may well coincide. */
  readonly rounded: boolean;
}

/** Samples of one log that are in another too. */
export interface Copies {
  readonly rows: number;
  /** The id of the first of them. */
  readonly example: string;
  readonly how: string;
}

/**
 * How many rows of `log` are in `other` too: by id, or by label, tags and probabilities that are the same to the last bit, which
 * two images give only by accident.
 *
 * How often that accident happens is counted inside `log` itself, where no copy is expected: probabilities that were
 * rounded for storing coincide by the hundred. Where the model hesitates they do so least; what they say there counts too.
 */
export function copiesBetween(other: PrintedLog, log: PrintedLog): Copies {
  const ids = new Set(other.ids);
  const named = log.ids.filter((id) => ids.has(id));
  const [all, hesitant] = [alikeIn(other, log, 0), alikeIn(other, log, 1)];
  const alike = hesitant.length > all.length ? hesitant : all;
  return named.length >= alike.length
    ? { rows: named.length, example: named[0] ?? "", how: "under the same id" }
    : {
        rows: alike.length,
        example: log.ids[alike[0]!]!,
        how: "under another id, with the same probabilities",
      };
}

/** The rows that are alike, less as many as may be by chance. */
function alikeIn(other: PrintedLog, log: PrintedLog, which: 0 | 1): number[] {
  const [from, into] = [other.prints[which], log.prints[which]];
  const seen = new Set(from);
  const rows = [...into.keys()].filter((row) => !Number.isNaN(into[row]));
  const same = rows.filter((row) => seen.has(into[row]!));
  return same.slice(
    0,
    Math.max(
      0,
      same.length -
        byChance(
          rows.map((row) => into[row]!),
          from,
          log.rounded,
        ),
    ),
  );
}

/**
 * How many rows have a twin in another log by chance: at most as many as have one among their own kind, raised to as many times
 * as the other log is larger. Three standard deviations are added to either for luck; none among a few rounded ones says
 * little.
 */
function byChance(prints: readonly number[], from: Float64Array, rounded: boolean): number {
  if (prints.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  const seen = prints.filter((print) => counts.get(print)! > 1).length;
  const twins = rounded ? seen + 4 + 3 * Math.sqrt(seen + 4) : seen + 3 * Math.sqrt(seen);
  const share = Math.min(1, twins / prints.length);
  const times = Math.max(1, from.filter((print) => !Number.isNaN(print)).length / prints.length);
  const expected = prints.length * (1 - (1 - share) ** times);
  return Math.ceil(expected + 3 * Math.sqrt(expected));
}
