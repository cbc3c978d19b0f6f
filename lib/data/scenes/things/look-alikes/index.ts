import type { ThingKind } from "../thing.js";
import { bicycle } from "./bicycle.js";
import { bins } from "./bins.js";
import { coatOnPole } from "./coat-on-pole.js";
import { cutOut } from "./cut-out.js";
import { mannequin } from "./mannequin.js";
import { postBox } from "./post-box.js";
import { poster } from "./poster.js";
import { shopDummy } from "./shop-dummy.js";
import { sign } from "./sign.js";

/** What stands where a person would, in a person's colours; from the least like a person to the most. */
export const lookAlikes: readonly ThingKind[] = [
  bins,
  poster,
  postBox,
  coatOnPole,
  bicycle,
  sign,
  mannequin,
  shopDummy,
  cutOut,
];

/** How many of them there are where no condition asks for better ones. */
const usual = 7;

/**
 * One of the look-alikes: at likeness 0 of the usual ones, at likeness 1 of the two best.
 *
 * @param chosen - 0 … 1, which of those that the likeness leaves
 */
export function lookAlike(likeness: number, chosen: number): ThingKind {
  const first = likeness * usual;
  const last = usual + likeness * (lookAlikes.length - usual);
  return lookAlikes[Math.floor(first + chosen * (last - first))]!;
}
