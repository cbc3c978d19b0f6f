import { type Dataset, UsageError } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { originOf } from "../streaming/recipe.js";
import { makeCanvas, surface } from "./raster/index.js";
import { renderSurfaces } from "./render-scene.js";
import { type MakeScenesOptions, resolveSceneOptions } from "./scene-options.js";

/**
 * Which pixels show the person: 1 where at least half of a pixel does, 0 elsewhere, and everywhere where there is none.
 * Shape [batch, height, width]. What hides the person counts; weather, blur and noise do not.
 *
 * A person who is only probable counts where it is painted more strongly than its stand-in.
 *
 * @param dataset - from `makeScenes` or a named set, also after `subset`, `splitDataset` or `keepInMemory`
 * @throws UsageError when the data set is of another kind, or an index is no row of it
 * @example
 * const scenes = makeScenes(100, { personRate: 1 });
 * const { x, shape } = personMasks(scenes, [7]);
 * shape; // [1, 32, 32]
 * x.some((pixel) => pixel === 1); // true
 */
export function personMasks(
  dataset: Dataset,
  indices: ArrayLike<number>,
): { x: Uint8Array; shape: number[] } {
  checkIndices("personMasks", indices, dataset.size);
  const origin = originOf(dataset);
  if (origin?.recipe.export !== "makeScenes")
    throw new UsageError({
      got: "personMasks got a data set that was not made by makeScenes.",
      expected: "scenes, or a view of them: of other images nobody knows which pixels show a person.",
      fix: "pass makeScenes(100), simplifiedScenes().train or another named set.",
    });
  const [samples, options] = origin.recipe.args as [number, MakeScenesOptions];
  const settings = resolveSceneOptions(samples, options);
  const size = settings.imageSize;
  const canvas = makeCanvas(size);
  const x = new Uint8Array(indices.length * size * size);
  for (let i = 0; i < indices.length; i++) {
    renderSurfaces(canvas, settings, origin.rows?.[indices[i]!] ?? indices[i]!);
    for (let pixel = 0; pixel < size * size; pixel++)
      x[i * size * size + pixel] = canvas.surface[pixel] === surface.person ? 1 : 0;
  }
  return { x, shape: [indices.length, size, size] };
}
