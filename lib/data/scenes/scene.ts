import type { Condition } from "./conditions/condition.js";
import type { SceneStreams } from "./streams.js";
import type { Site } from "./street/index.js";
import type { Manner, ThingKind } from "./things/index.js";

/** A thing and its place. */
export interface PlacedThing {
  readonly kind: ThingKind;
  /** Metres right of the camera's axis. */
  readonly x: number;
  /** Metres ahead of the camera. */
  readonly distance: number;
  /** Metres of the kind's unit. */
  readonly unit: number;
  /** Addresses its stream of looks; no two things of a scene have the same. */
  readonly number: number;
}

/** What the question is about: a person, or what stands in its place; a person's place, height and clothes either way. */
export interface Figure extends PlacedThing {
  /** Seen where the figure is no person, and behind a person who is only probable. */
  readonly standIn: ThingKind;
  readonly manner: Manner;
}

/** What a scene is planned from; `makeScenes` documents each. Conditions change it for the scenes that are under them. */
export interface ScenePlan {
  readonly personRate: number;
  readonly ambiguity: number;
  readonly labelNoise: number;
  readonly objects: number;
  readonly figureHeight: readonly [smallest: number, greatest: number];
  readonly spread: number;
  readonly lookAlikeShare: number;
  /** How much look-alikes look like persons, 0 (as usual) … 1. */
  readonly likeness: number;
}

/** Where everything stands: all that is known of a scene before its picture, at whatever size, is drawn. */
export interface Scene {
  readonly streams: SceneStreams;
  readonly index: number;
  readonly plan: ScenePlan;
  /** The conditions that this scene is under. */
  readonly under: readonly Condition[];
  readonly site: Site;
  readonly figure: Figure;
  /** Everything else that stands there. */
  readonly others: readonly PlacedThing[];
}
