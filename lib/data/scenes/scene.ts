import type { Condition } from "./conditions/condition.js";
import type { Street } from "./street/index.js";
import type { ThingKind } from "./things/index.js";

/** A thing and its place. */
export interface PlacedThing {
  readonly kind: ThingKind;
  /** Metres right of the camera's axis. */
  readonly x: number;
  /** Metres ahead of the camera. */
  readonly distance: number;
  /** Metres of the kind's unit. */
  readonly unit: number;
  /** 0 … 1; below 1 only in ambiguous figures. */
  readonly opacity: number;
  /** Names the thing's own stream of random numbers. */
  readonly stream: string;
}

/** Everything that decides a picture, before any pixel: the same scene can be drawn at any size and by day or night. */
export interface Scene {
  readonly seed: number;
  readonly index: number;
  readonly street: Street;
  /** From far to near, the order in which they are drawn. */
  readonly things: readonly PlacedThing[];
  /** The figure that the question is about: a person, or what stands in its place. */
  readonly figure: PlacedThing;
  /** Share of the figure that nothing nearer hides, 0 … 1. */
  readonly visible: number;
  /** Severity 1 … 5 of each condition that this scene is under. */
  readonly severities: Readonly<Partial<Record<Condition, number>>>;
}

/** What scenes are planned from; `makeScenes` documents each. */
export interface ScenePlan {
  readonly seed: number;
  readonly objects: number;
  readonly figureHeight: readonly [smallest: number, greatest: number];
  readonly spread: number;
  readonly lookAlikes: number;
  readonly conditions: Readonly<Partial<Record<Condition, number>>>;
}
