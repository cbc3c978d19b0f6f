import type { History } from "../../../core/index.js";

type Epochs = Pick<History, "epochs"> | undefined;

/** What has fallen by so much of itself in the last quarter of the epochs still falls; a rise of so much is one. */
const much = 0.05;

/** Why training was not over, or undefined where it was, or nothing is known. */
export function stillFalling(history: Epochs): string | undefined {
  const losses = history?.epochs.map(({ train }) => train.loss) ?? [];
  if (losses.length < 4) return undefined;
  const before = losses.at(-1 - Math.ceil(losses.length / 4))!;
  const last = losses.at(-1)!;
  if (!(last < (1 - much) * before)) return undefined;
  return `the training loss still fell at the end, from ${before.toPrecision(3)} to ${last.toPrecision(3)} in the last quarter of the epochs`;
}

/** Since when the held-out loss rises while the training loss falls, or undefined. */
export function overfitSince(history: Epochs): string | undefined {
  const rows =
    history?.epochs.flatMap(({ epoch, trainVal }) =>
      trainVal === undefined ? [] : [{ epoch, loss: trainVal.loss }],
    ) ?? [];
  if (rows.length < 4) return undefined;
  const best = rows.reduce((least, row) => (row.loss < least.loss ? row : least));
  const last = rows.at(-1)!;
  if (last.loss < (1 + much) * best.loss || last.epoch - best.epoch < 2) return undefined;
  return `the loss on trainVal was lowest after epoch ${best.epoch} and has risen since`;
}
