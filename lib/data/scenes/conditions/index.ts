import type { Condition } from "./condition.js";
import type { Effect } from "./effect.js";
import { fog } from "./fog.js";
import { glare } from "./glare.js";
import { night } from "./night.js";
import { rain } from "./rain.js";
import { reflections } from "./reflections.js";

/** What each condition does to a picture. */
export const effects: Readonly<Record<Condition, Effect>> = { night, reflections, rain, fog, glare };
