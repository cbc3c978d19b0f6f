import type { Interval } from "../../../core/index.js";
import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";
import { shiftedTag } from "./shifted-tag.js";
import { overfitSince, stillFalling } from "./trends.js";

/** The four terms that work can reduce, in the order in which they are worked on. */
export const workable = ["avoidableBias", "variance", "distributionShift", "validationOverfitting"] as const;
type Workable = (typeof workable)[number];

/** Differences of decimal fractions are off by a few units of the last place. */
const roundOff = 1e-12;

/** The terms that are worth work beyond doubt: their intervals, taken together, lie above what is worthwhile. */
export function termCauses(clues: Clues): Cause[] {
  return workable.flatMap((name) => {
    const size = clues.term(name);
    if (size === undefined || size.low + roundOff < clues.worthwhile) return [];
    return [{ name, size, evidence: sizeText(clues, size), ...details[name](clues, size) }];
  });
}

/** "it is 7.0 points (2.8 to 11.1)". */
function sizeText({ points }: Clues, { estimate, low, high }: Interval): string {
  const range = low === high ? "" : ` (${points(low)} to ${points(high)})`;
  return `it is ${points(estimate)} points${range}`;
}

type Detail = (clues: Clues, size: Interval) => Partial<Cause>;

const details: Readonly<Record<Workable, Detail>> = {
  avoidableBias: (clues) => {
    const why = stillFalling(clues.history);
    return why === undefined ? {} : { favours: [{ remedy: "trainLonger", why }] };
  },
  variance: (clues) => {
    const why = overfitSince(clues.history);
    return why === undefined ? {} : { favours: [{ remedy: "moreData", why }] };
  },
  distributionShift: (clues, size) => {
    const found = shiftedTag(clues, size.estimate);
    if (found === undefined) return {};
    const { points } = clues;
    const share = `${points(found.shareBefore)} % of trainVal and ${points(found.shareAfter)} % of testVal`;
    return {
      where: found.tag,
      evidence: `${sizeText(clues, size)}; among samples that are not under ${found.tag} (${share}) it is ${points(found.left)}`,
    };
  },
  validationOverfitting: (clues, size) => {
    const { candidates, decomposition } = clues;
    const chosen =
      candidates === undefined
        ? ""
        : `; ${candidates.toLocaleString("en")} models were compared on the validation set`;
    const hidden = decomposition.rungs.some(({ name }) => name === "testVal")
      ? ""
      : "; without a validation set of the test distribution it may be distribution shift as well, so hold one out first";
    return { evidence: `${sizeText(clues, size)}${chosen}${hidden}` };
  },
};
