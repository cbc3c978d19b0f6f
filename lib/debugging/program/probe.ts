import * as tf from "@tensorflow/tfjs";
import type { Case } from "./case.js";

/** How many labelled rows a probe of the loss looks at. */
const probeRows = 16;

/** The program's loss, asked about answers that we make up: no model and no training in it. */
export interface LossProbe {
  /** Answers that give every wrong class `low` and the right one `high`; for numbers, see `answer`. */
  loss(high: number, low: number): number;
  /** The same with the right and a wrong class exchanged. */
  lossWhenWrong(high: number, low: number): number;
  /** The same rows, and answers, twice in one batch. */
  lossTwice(high: number, low: number): number;
  readonly rows: number;
}

/**
 * A probe for losses of classes, or undefined where labels are not classes or the loss cannot be called.
 *
 * For one unit, `high` is the answer to a label of 1 and `low` to a label of 0.
 */
export function probeLoss({ labels, y, units, samples, loss, model }: Case): LossProbe | undefined {
  const { classes, form } = labels;
  if (classes === undefined || form === "shares" || model.outputs[0]!.shape.length !== 2) return undefined;
  const named = Array.from({ length: samples }, (_, i) => i).filter((i) => classes[i]! >= 0);
  const rows = spread(named, classes, probeRows);
  if (rows.length === 0) return undefined;
  const value = (high: number, low: number, wrong: boolean, times: number): number =>
    tf.tidy(() => {
      const right = rows.map((row) => (units > 1 && wrong ? (classes[row]! + 1) % units : classes[row]!));
      const answers = right.map((label) =>
        units === 1
          ? [(label === 1) !== wrong ? high : low]
          : Array.from({ length: units }, (_, c) => (c === label ? high : low)),
      );
      const again = Array.from({ length: times }, () => answers).flat();
      const at = Array.from({ length: times }, () => rows).flat();
      return loss(y.gather(tf.tensor1d(at, "int32")), tf.tensor2d(again)).dataSync()[0]!;
    });
  try {
    value(0.9, 0.1, false, 1);
  } catch {
    return undefined;
  }
  return {
    loss: (high, low) => value(high, low, false, 1),
    lossWhenWrong: (high, low) => value(high, low, true, 1),
    lossTwice: (high, low) => value(high, low, false, 2),
    rows: rows.length,
  };
}

/**
 * Whether the loss applies softmax or sigmoid itself: right answers of 1 and 0 leave it far from its floor, and
 * larger scores bring it down; and, for several classes, adding the same number to every score changes nothing.
 */
export function takesLogits(probe: LossProbe, units: number): boolean {
  const certain = probe.loss(1, 0);
  const surer = units === 1 ? probe.loss(20, -20) : probe.loss(20, 0);
  const falls = Number.isFinite(certain) && certain > 0.1 && surer < 0.5 * certain;
  if (!falls || units === 1) return falls;
  const shifted = probe.loss(4, 3);
  const sigmoids = probe.loss(20, -20) < 0.01 * certain && Math.abs(shifted - certain) > 1e-3;
  return sigmoids || Math.abs(shifted - certain) < 1e-3;
}

/** Rows of as many different classes as there are, in turn. */
function spread(rows: number[], classes: Int32Array, count: number): number[] {
  const seen = new Map<number, number>();
  const turn = rows.map((row) => {
    const before = seen.get(classes[row]!) ?? 0;
    seen.set(classes[row]!, before + 1);
    return { row, before };
  });
  return turn
    .sort((a, b) => a.before - b.before || a.row - b.row)
    .slice(0, count)
    .map(({ row }) => row);
}
