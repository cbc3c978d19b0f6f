import { expect, test } from "vitest";
import { datasetFromRecipe, makeScenes, simplifiedScenes } from "../../../lib/data/index.js";
import { originOf } from "../../../lib/data/streaming/recipe.js";

const module = new URL("./own-data.ts", import.meta.url).href;

test.each<[string, { module: string; export: string; part?: string }, string]>([
  [
    "a function that is not there",
    { module, export: "rowNumber" },
    'has no function "rowNumber", only rowNumbers,',
  ],
  ["an export that is no function", { module, export: "notAFunction" }, 'has no function "notAFunction"'],
  [
    "a function that makes something else",
    { module, export: "notADataset" },
    "gave something that is no data set",
  ],
  ["a part that is not there", { module, export: "rowNumbers", part: "trian" }, 'gave as "trian" something'],
  ["a relative path", { module: "./own-data.ts", export: "rowNumbers" }, "new URL("],
])("datasetFromRecipe refuses %s", async (_, recipe, message) => {
  await expect(datasetFromRecipe({ ...recipe, args: [3] })).rejects.toThrow(message);
});

test("scenes have a recipe, each part of a set of several, too", () => {
  expect(originOf(makeScenes(20, { seed: 4 }))!.recipe).toMatchObject({
    export: "makeScenes",
    args: [20, { seed: 4 }],
  });
  const { test: last } = simplifiedScenes({ samples: 80 });
  expect(originOf(last)!.recipe).toMatchObject({ export: "makeScenes", args: [10, { imageSize: 32 }] });
});
