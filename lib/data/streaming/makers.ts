import { makeScenes } from "../scenes/make-scenes.js";
import { namedScenes } from "../scenes/sets/named-scenes.js";
import { simplifiedScenes } from "../scenes/sets/simplified-scenes.js";

/** Where worker threads find the functions that `streamable` takes: one line for each. */
export const makers: ReadonlyMap<unknown, { module: string; export: string }> = new Map<
  unknown,
  { module: string; export: string }
>([
  [makeScenes, { module: fileBeside("../scenes/make-scenes.js"), export: "makeScenes" }],
  [
    simplifiedScenes,
    { module: fileBeside("../scenes/sets/simplified-scenes.js"), export: "simplifiedScenes" },
  ],
  [namedScenes, { module: fileBeside("../scenes/sets/named-scenes.js"), export: "namedScenes" }],
]);

function fileBeside(path: string): string {
  return new URL(path, import.meta.url).href;
}
