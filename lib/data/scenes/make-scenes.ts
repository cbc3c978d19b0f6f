import type { Dataset } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { once } from "../once.js";
import { conditionNames } from "./conditions/condition.js";
import { drawScene } from "./draw-scene.js";
import { figureTruth } from "./figure-truth.js";
import { planScene } from "./plan-scene.js";
import { type Canvas, makeCanvas } from "./raster/index.js";
import { type MakeScenesOptions, resolveSceneOptions, type SceneSettings } from "./scene-options.js";
import { toBytes } from "./to-bytes.js";

export type { MakeScenesOptions } from "./scene-options.js";

/**
 * Pictures from a moving car and the question "is there a person?": a data set of which the whole truth is known.
 *
 * Nothing is drawn before `batch` asks for it, and image i of a seed is the same bytes whatever was asked before.
 * Pixels are bytes 0 … 255 of shape [batch, height, width, 3]. Class 1 is "person".
 *
 * Tags, one number per image: `person` (the truth, 0 or 1), `bayesPosterior` (the probability that the label is 1,
 * given the scene), `mislabelled`, `objects`, `distance` of the figure in metres, `visible` (share of the figure that
 * nothing hides), and for each condition its severity, 0 (absent) … 5.
 *
 * @param samples - images in all
 * @throws UsageError when an option is misspelt or out of range
 * @example
 * const scenes = makeScenes(100, { conditions: { night: 0.5 } });
 * scenes.shape; // [32, 32, 3]
 * scenes.batch([7]).x.length; // 3072
 */
export function makeScenes(samples: number, options: MakeScenesOptions = {}): Dataset {
  const settings = resolveSceneOptions(samples, options);
  const { seed, imageSize } = settings;
  const shape = [imageSize, imageSize, 3];
  const pixels = imageSize * imageSize * 3;
  const labels = once(() =>
    Int32Array.from({ length: samples }, (_, i) => figureTruth(seed, i, settings).label),
  );
  const ids = once(() => Array.from({ length: samples }, (_, i) => `scene-${seed}-${i}`));
  const tags = once(() => tagScenes(samples, settings));
  const canvas = once(() => makeCanvas(imageSize));
  return {
    size: samples,
    shape,
    classes: ["no person", "person"],
    get labels() {
      return labels();
    },
    get ids() {
      return ids();
    },
    get tags() {
      return tags();
    },
    batch(indices) {
      checkIndices("batch", indices, samples);
      const x = new Uint8Array(indices.length * pixels);
      for (let i = 0; i < indices.length; i++) renderScene(canvas(), settings, indices[i]!, x, i * pixels);
      return { x, shape: [indices.length, ...shape] };
    },
  };
}

function renderScene(
  canvas: Canvas,
  settings: SceneSettings,
  index: number,
  bytes: Uint8Array,
  offset: number,
): void {
  const { posterior } = figureTruth(settings.seed, index, settings);
  const scene = planScene(settings, index, posterior);
  drawScene(canvas, scene);
  toBytes(canvas, scene.street.exposure, scene.street.grain, bytes, offset);
}

/** What is known of each image, without drawing any. */
function tagScenes(samples: number, settings: SceneSettings): Record<string, Float32Array> {
  const names = [
    "person",
    "bayesPosterior",
    "mislabelled",
    "objects",
    "distance",
    "visible",
    ...conditionNames,
  ];
  const tags = Object.fromEntries(names.map((name) => [name, new Float32Array(samples)]));
  for (let i = 0; i < samples; i++) {
    const { posterior, isPerson, label } = figureTruth(settings.seed, i, settings);
    const { figure, visible, severities } = planScene(settings, i, posterior);
    const row = {
      person: Number(isPerson),
      bayesPosterior: posterior + settings.labelNoise * (1 - 2 * posterior),
      mislabelled: Number(label !== Number(isPerson)),
      objects: settings.objects,
      distance: figure.distance,
      visible,
      ...severities,
    };
    for (const [name, value] of Object.entries(row)) tags[name]![i] = value;
  }
  return tags;
}
