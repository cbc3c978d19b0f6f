import type { RandomSource } from "../../../core/index.js";
import { between, chance } from "../draws.js";
import type { PlacedThing, Scene } from "../scene.js";
import { groundAt, heightAt } from "../street/index.js";
import { barrier, column } from "../things/index.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** Something nearer hides the figure: a hedge or boards from below, a trunk or a pillar from one side. */
export const occlusion: ConditionKind = {
  arrange: (scene, severity, random) => {
    const hidden = atSeverity(severity, [0.08, 0.18, 0.32, 0.5, 0.7]);
    const occluder = chance(0.5, random)
      ? fromBelow(scene, hidden, random)
      : fromOneSide(scene, hidden, random);
    return { ...scene, others: [...scene.others, { ...occluder, number: 200 }] };
  },
};

/** A barrier whose top edge appears where the hidden part of the figure ends. */
function fromBelow(
  { site: { camera }, figure }: Scene,
  hidden: number,
  random: RandomSource,
): Omit<PlacedThing, "number"> {
  const distance = figure.distance * between(0.75, 0.92, random);
  const edge = heightAt(camera, hidden * figure.unit, figure.distance);
  const unit = ((groundAt(camera, distance) - edge) * distance) / (camera.focal * camera.squash);
  const x = (figure.x * distance) / figure.distance + between(-0.25, 0.25, random);
  return { kind: barrier, distance, unit, x };
}

/** A column one of whose edges appears where the hidden part of the figure's width ends. */
function fromOneSide({ figure }: Scene, hidden: number, random: RandomSource): Omit<PlacedThing, "number"> {
  const nearness = between(0.7, 0.9, random);
  const side = chance(0.5, random) ? 1 : -1;
  const unit = figure.unit * between(0.2, 0.3, random);
  const edge = figure.x + side * figure.unit * 0.24 * (0.5 - hidden);
  return {
    kind: column,
    distance: figure.distance * nearness,
    unit,
    x: edge * nearness + (side * unit) / 2,
  };
}
