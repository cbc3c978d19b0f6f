import type { ThingKind } from "../thing.js";
import { bush } from "./bush.js";
import { car } from "./car.js";
import { conifer } from "./conifer.js";
import { lampPost } from "./lamp-post.js";
import { trafficLight } from "./traffic-light.js";
import { tree } from "./tree.js";

/** What any street has; a kind named twice is met twice as often. */
export const streetFurniture: readonly ThingKind[] = [
  ...[car, car, car, car, car],
  ...[tree, tree, tree],
  conifer,
  ...[lampPost, lampPost],
  ...[trafficLight, trafficLight],
  ...[bush, bush],
];
