import { once } from "../once.js";
import { conditionNames } from "./conditions/condition.js";
import { drawSeverity } from "./conditions/severities.js";
import { planScene, truthOf } from "./plan-scene.js";
import type { SceneSettings } from "./scene-options.js";
import { visibleShare } from "./visible-share.js";

/**
 * What is known of some images, one number each. Columns are worked out when they are first read, and no further than
 * they need: a severity is one draw; `distance` and `visible` place things; only `contrast` needs the picture.
 */
export function sceneTags(
  settings: SceneSettings,
  rows: ArrayLike<number>,
  contrastOf: (index: number) => number,
): Record<string, Float32Array> {
  const tags: Record<string, Float32Array> = {};
  const add = (names: readonly string[], valuesOf: (index: number) => readonly number[]): void => {
    const columns = once(() => columnsOf(rows, names.length, valuesOf));
    for (const [i, name] of names.entries())
      Object.defineProperty(tags, name, { get: () => columns()[i], enumerable: true });
  };
  add(["person", "bayesPosterior", "mislabelled"], (index) => {
    const { posterior, isPerson, label } = truthOf(settings, index);
    const noisy = posterior + settings.labelNoise * (1 - 2 * posterior);
    return [Number(isPerson), noisy, Number(label !== Number(isPerson))];
  });
  add(["objects", "distance", "visible"], (index) => {
    const { figure, others, site } = planScene(settings, index);
    return [others.length + 1, figure.distance, visibleShare(site.camera, figure, others)];
  });
  add(["contrast"], (index) => [contrastOf(index)]);
  for (const name of conditionNames) {
    const condition = settings.conditions.find((active) => active.name === name);
    add([name], (index) => [condition ? drawSeverity(settings.streams, index, condition) : 0]);
  }
  return tags;
}

function columnsOf(
  rows: ArrayLike<number>,
  width: number,
  valuesOf: (index: number) => readonly number[],
): Float32Array[] {
  const columns = Array.from({ length: width }, () => new Float32Array(rows.length));
  for (let i = 0; i < rows.length; i++) {
    const values = valuesOf(rows[i]!);
    for (let column = 0; column < width; column++) columns[column]![i] = values[column]!;
  }
  return columns;
}
