import { type ErrorRung, errorTermLabels, normalQuantile, twoSidedQuantile } from "../../core/index.js";
import { workable } from "./causes/term-causes.js";
import type { Clues } from "./clues.js";
import type { SetAside } from "./next-steps.js";

/** Four times in five. */
const power = 0.8;
/** More images than this nobody waits for. */
const most = 1e7;

type Workable = (typeof workable)[number];

/** The terms that may be worth work and may not, with the number of samples that would tell. */
export function cannotSay(clues: Clues): SetAside[] {
  return workable.flatMap((cause) => {
    const size = clues.term(cause);
    const open =
      size !== undefined &&
      size.low < clues.worthwhile &&
      size.high > clues.worthwhile &&
      size.low < size.high;
    if (!open) return [];
    const samplesNeeded = samplesToTell(clues, cause, size.estimate);
    const { points } = clues;
    const why = `${errorTermLabels[cause]} is somewhere from ${points(size.low)} to ${points(size.high)} points, and ${points(clues.worthwhile)} would be worth work`;
    const more =
      samplesNeeded === undefined
        ? "; it may lie too near to that for any number of samples to tell"
        : `; ${samplesNeeded.toLocaleString("en")} samples of ${splitsText(clues, cause)} would tell`;
    return [{ cause, size, why: `${why}${more}`, ...(samplesNeeded === undefined ? {} : { samplesNeeded }) }];
  });
}

/** How many images of both splits put the interval on one side of what is worthwhile, were the rates the true ones. */
function samplesToTell(clues: Clues, cause: Workable, estimate: number): number | undefined {
  const z = twoSidedQuantile(1 - (1 - clues.confidence) / workable.length) + normalQuantile(power);
  const spread = measured(clues, cause).reduce((sum, rung) => sum + rung.estimate * (1 - rung.estimate), 0);
  const needed = spread * (z / (estimate - clues.worthwhile)) ** 2;
  if (!(needed > 0 && needed < most)) return undefined;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(needed)) - 1);
  return Math.ceil(needed / step) * step;
}

/** The term's own rung and the one below it, as far as chance is in them. */
function measured({ decomposition: { rungs, terms } }: Clues, cause: Workable): ErrorRung[] {
  const at = terms.findIndex(({ name }) => name === cause);
  return rungs.slice(at - 1, at + 1).filter(({ low, high }) => low < high);
}

function splitsText(clues: Clues, cause: Workable): string {
  return measured(clues, cause)
    .map(({ name }) => name)
    .join(" and of ");
}
