import { recordedEpochs } from "./recorded-levels.js";

/** What was recorded: trainings one after the other, in the order of `recordedNodes`, each with its seeds. */
export interface RecordedTable {
  /** Wrong answers on the train-val images: [trainings, epochs]. */
  readonly errors: Uint16Array;
  /** Codes of the mean cross-entropy: [trainings, epochs]. */
  readonly losses: Uint16Array;
  /** Wrong answers on the test images at the end: [trainings]. */
  readonly testErrors: Uint16Array;
}

const [lowest, ratio] = [1e-3, 1.001];
const diverged = 0xffff;

/** A loss in steps of a thousandth of itself; one that is no number has a code of its own. */
export function lossCode(loss: number): number {
  if (Number.isNaN(loss)) return diverged;
  const code = Math.round(Math.log(Math.max(lowest, loss) / lowest) / Math.log(ratio));
  return Math.min(diverged - 1, code);
}

/** The logarithm of a code's loss: within 0.0005 of what was coded. */
export function logLossOf(code: number): number {
  return code === diverged ? Number.NaN : Math.log(lowest) + code * Math.log(ratio);
}

/** A table as bytes that compress well: differences from epoch to epoch, first the lower halves and then the upper ones. */
export function packTable({ errors, losses, testErrors }: RecordedTable): Uint8Array {
  return Uint8Array.from(
    [differences(errors), differences(losses), testErrors].flatMap((words) => [
      ...words.map((word) => word & 0xff),
      ...words.map((word) => word >> 8),
    ]),
  );
}

/** What {@link packTable} packed. */
export function unpackTable(bytes: Uint8Array, trainings: number): RecordedTable {
  let at = 0;
  const words = (size: number): Uint16Array => {
    const [low, high] = [bytes.subarray(at, at + size), bytes.subarray(at + size, at + 2 * size)];
    at += 2 * size;
    return Uint16Array.from(low, (byte, i) => byte | (high[i]! << 8));
  };
  const errors = sums(words(trainings * recordedEpochs));
  const losses = sums(words(trainings * recordedEpochs));
  return { errors, losses, testErrors: words(trainings) };
}

/** The first of each training stays as it is. */
function differences(words: Uint16Array): Uint16Array {
  return words.map((word, i) => (i % recordedEpochs === 0 ? word : word - words[i - 1]!));
}

function sums(words: Uint16Array): Uint16Array {
  for (let i = 0; i < words.length; i++) if (i % recordedEpochs !== 0) words[i]! += words[i - 1]!;
  return words;
}
