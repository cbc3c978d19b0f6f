import { integerBelow, randomSource } from "../../core/index.js";
import { type Condition, conditionNames } from "./conditions/condition.js";
import { chance } from "./draws.js";
import { planFigure } from "./plan-figure.js";
import { planThing, steppedBack } from "./plan-things.js";
import type { PlacedThing, Scene, ScenePlan } from "./scene.js";
import { planStreet } from "./street/index.js";
import { visibleShare } from "./visible-share.js";

/** A figure hidden more than this is brought out: what hides it steps back. */
const leastVisible = 0.65;

/** Decides everything about scene `index` but the label: cheap, and independent of every other scene. */
export function planScene(plan: ScenePlan, index: number, posterior: number): Scene {
  const { seed, objects, conditions } = plan;
  const street = planStreet(randomSource(seed, "scene", index, "street"));
  const figures = planFigure(plan, index, street, posterior);
  const figure = figures.at(-1)!;
  let others = Array.from({ length: objects - 1 }, (_, number) => planThing(plan, index, number, street));
  let visible = visibleShare(street.camera, figure, others);
  if (visible < leastVisible) {
    others = others.map((thing) => behind(thing, figure));
    visible = 1;
  }
  const things = [...others, ...figures].sort((a, b) => b.distance - a.distance);
  return {
    seed,
    index,
    street,
    things,
    figure,
    visible,
    severities: drawSeverities(seed, index, conditions),
  };
}

function behind(thing: PlacedThing, figure: PlacedThing): PlacedThing {
  return thing.distance < figure.distance ? steppedBack(thing, figure.distance * 1.4 + 1) : thing;
}

/** Each condition has a stream of its own: switching one on changes nothing else. */
function drawSeverities(
  seed: number,
  index: number,
  shares: ScenePlan["conditions"],
): Partial<Record<Condition, number>> {
  const severities: Partial<Record<Condition, number>> = {};
  for (const name of conditionNames) {
    const share = shares[name] ?? 0;
    if (share === 0) continue;
    const random = randomSource(seed, "scene", index, name);
    if (chance(share, random)) severities[name] = 1 + integerBelow(5, random);
  }
  return severities;
}
