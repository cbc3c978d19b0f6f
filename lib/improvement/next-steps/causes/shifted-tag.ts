import { type Counts, newcombeInterval, type PredictionLog } from "../../../core/index.js";
import { predictedClasses } from "../../../decomposition/index.js";
import type { Clues } from "../clues.js";

/** A condition that the shift goes away without. */
export interface ShiftedTag {
  readonly tag: string;
  /** The shift among the images that are not under it. */
  readonly left: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
}

/** It must take so much of the shift with it. */
const leastShare = 0.5;

/**
 * The tag without whose images the shift is smallest: a condition that only comes together with the true one leaves
 * that one's images, and so most of the shift, behind.
 */
export function shiftedTag({ logs, confidence }: Clues, shift: number): ShiftedTag | undefined {
  const { trainVal: before, testVal: after } = logs;
  if (before === undefined || after === undefined) return undefined;
  const names = Object.keys(before.tags).filter((name) => name in after.tags);
  const candidates = names.flatMap((tag) => without(tag, before, after, shift, confidence, names.length));
  return candidates.sort((a, b) => Math.abs(a.left) - Math.abs(b.left))[0];
}

function without(
  tag: string,
  before: PredictionLog,
  after: PredictionLog,
  shift: number,
  confidence: number,
  tags: number,
): ShiftedTag[] {
  const [a, b] = [split(before, tag), split(after, tag)];
  if (a.without.samples === 0 || b.without.samples === 0 || b.under.samples === 0) return [];
  const left = b.without.errors / b.without.samples - a.without.errors / a.without.samples;
  // Its images must be harder than the others by more than chance, with as many tags as were looked at.
  const harder = newcombeInterval(b.without, b.under, { confidence: 1 - (1 - confidence) / tags });
  if (harder.low <= 0 || left > (1 - leastShare) * shift) return [];
  return [
    {
      tag,
      left,
      shareBefore: a.under.samples / before.ids.length,
      shareAfter: b.under.samples / after.ids.length,
    },
  ];
}

/** Errors under the condition and not under it; a tag is on where it is above 0. */
function split(log: PredictionLog, tag: string): { under: Counts; without: Counts } {
  const predicted = predictedClasses(log);
  const values = log.tags[tag]!;
  const count = (on: boolean): Counts => {
    let [errors, samples] = [0, 0];
    for (let row = 0; row < values.length; row++) {
      if (values[row]! > 0 !== on) continue;
      samples++;
      if (predicted[row] !== log.labels[row]) errors++;
    }
    return { errors, samples };
  };
  return { under: count(true), without: count(false) };
}
