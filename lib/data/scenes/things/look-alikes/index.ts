import type { ThingKind } from "../thing.js";
import { bicycle } from "./bicycle.js";
import { bins } from "./bins.js";
import { coatOnPole } from "./coat-on-pole.js";
import { mannequin } from "./mannequin.js";
import { postBox } from "./post-box.js";
import { poster } from "./poster.js";
import { sign } from "./sign.js";

/** What stands where a person would, in a person's colours. */
export const lookAlikes: readonly ThingKind[] = [coatOnPole, postBox, poster, mannequin, bicycle, sign, bins];
