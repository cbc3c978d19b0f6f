import type { Dataset } from "../../core/index.js";
import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { checkIndices } from "../check-values.js";
import { addLabelNoise } from "../noise/index.js";
import { once } from "../once.js";
import { withRecipe } from "../streaming/recipe.js";
import { withTagsOf } from "../with-tags-of.js";
import { figureContrast } from "./figure-contrast.js";
import { truthOf } from "./plan-scene.js";
import { makeCanvas } from "./raster/index.js";
import { renderScene } from "./render-scene.js";
import { type MakeScenesOptions, resolveSceneOptions, type SceneSettings } from "./scene-options.js";
import { sceneTags } from "./scene-tags.js";

export type { MakeScenesOptions } from "./scene-options.js";

/**
 * Pictures from a moving car and the question "is there a person?": a data set of which the whole truth is known.
 *
 * Nothing is drawn before `batch` asks for it, and image i of a seed is the same bytes whatever was asked before.
 * Pixels are bytes 0 … 255 of shape [batch, height, width, 3]. Class 1 is "person".
 *
 * Tags, one number per image: `person` (the truth, 0 or 1), `bayesPosterior` (the probability that the label is 1,
 * given the scene), `mislabelled`, `objects`, `distance` of the figure in metres, `visible` (share of the figure that
 * nothing hides and the frame does not cut), `contrast` (of the figure to what surrounds it, 0 … 1; reading it draws the
 * images that have not been drawn), and for each condition its severity, 0 (absent) … 5. `personMasks` says which pixels
 * show the person.
 *
 * @param samples - images in all
 * @throws UsageError when an option is misspelt or out of range
 * @example
 * const scenes = makeScenes(100, { conditions: { night: 0.5, fog: { share: 0.2, severity: 3 } } });
 * scenes.shape; // [32, 32, 3]
 * scenes.batch([7]).x.length; // 3072
 */
export function makeScenes(samples: number, options: MakeScenesOptions = {}): Dataset {
  const settings = resolveSceneOptions(samples, options);
  const scenes = withRecipe(sceneDataset(samples, settings), {
    module: import.meta.url,
    export: "makeScenes",
    args: [samples, options],
  });
  const { labelNoise = 0 } = options;
  return typeof labelNoise === "number"
    ? scenes
    : addLabelNoise(scenes, { seed: settings.seed, ...labelNoise });
}

function sceneDataset(samples: number, settings: SceneSettings): Dataset {
  const { seed, imageSize } = settings;
  const shape = [imageSize, imageSize, 3];
  const pixels = imageSize * imageSize * 3;
  const canvas = once(() => makeCanvas(imageSize));
  const contrasts = once(() => new Float32Array(samples).fill(Number.NaN));
  const render = (index: number, bytes: Uint8Array): void => {
    renderScene(canvas(), settings, index, bytes);
    contrasts()[index] = figureContrast(canvas(), bytes);
  };
  const contrastOf = (index: number): number => {
    if (Number.isNaN(contrasts()[index])) render(index, new Uint8Array(pixels));
    return contrasts()[index]!;
  };
  const labels = once(() => Int32Array.from({ length: samples }, (_, i) => truthOf(settings, i).label));
  const ids = once(() => Array.from({ length: samples }, (_, i) => `scene-${seed}-${i}`));
  const tags = once(() =>
    sceneTags(
      settings,
      Uint32Array.from({ length: samples }, (_, i) => i),
      contrastOf,
    ),
  );
  const scenes: Dataset = {
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
      if (indices.length * pixels > 1e8) assertFitsInMemory("batch", indices.length * pixels);
      const x = new Uint8Array(indices.length * pixels);
      for (let i = 0; i < indices.length; i++) render(indices[i]!, x.subarray(i * pixels, (i + 1) * pixels));
      return { x, shape: [indices.length, ...shape] };
    },
  };
  return withTagsOf(scenes, (indices) => {
    checkIndices("tagsOf", indices, samples);
    return sceneTags(settings, indices, contrastOf);
  });
}
