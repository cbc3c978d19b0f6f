import { errorTermLabels, normalQuantile, twoSidedQuantile } from "../../core/index.js";
import { workable } from "./causes/term-causes.js";
import type { Clues } from "./clues.js";
import type { SetAside } from "./next-steps.js";

/** Four times in five. */
const power = 0.8;
/** More images than this nobody waits for. */
const most = 1e9;

const rungsOf = {
  avoidableBias: ["irreducible", "train"],
  variance: ["train", "trainVal"],
  distributionShift: ["trainVal", "testVal"],
  validationOverfitting: ["testVal", "test"],
} as const;

/** The terms that may be worth work and may not, with the number of images that would tell. */
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
        ? ""
        : `; ${samplesNeeded.toLocaleString("en")} images of ${splitsText(clues, cause)} would tell`;
    return [{ cause, size, why: `${why}${more}`, ...(samplesNeeded === undefined ? {} : { samplesNeeded }) }];
  });
}

/** How many images of both splits put the interval on one side of what is worthwhile, were the rates the true ones. */
function samplesToTell(clues: Clues, cause: keyof typeof rungsOf, estimate: number): number | undefined {
  const z = twoSidedQuantile(1 - (1 - clues.confidence) / workable.length) + normalQuantile(power);
  const spread = measured(clues, cause).reduce((sum, rung) => sum + rung.estimate * (1 - rung.estimate), 0);
  const needed = spread * (z / (estimate - clues.worthwhile)) ** 2;
  if (!(needed > 0 && needed < most)) return undefined;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(needed)) - 1);
  return Math.ceil(needed / step) * step;
}

function measured({ decomposition }: Clues, cause: keyof typeof rungsOf) {
  const names: readonly string[] = rungsOf[cause];
  return decomposition.rungs.filter(({ name, low, high }) => names.includes(name) && low < high);
}

function splitsText(clues: Clues, cause: keyof typeof rungsOf): string {
  return measured(clues, cause)
    .map(({ name }) => name)
    .join(" and of ");
}
