import { expect, test } from "vitest";
import { makeScenes, augmentations as ops, previewAugmentations } from "../../../lib/data/index.js";

const scenes = makeScenes(3, { imageSize: 32 });

test("previewAugmentations shows the image as it was, and then what each op makes of it", () => {
  const preview = previewAugmentations(scenes, 1, [ops.invert({ probability: 1 }), ops.rotate()], {
    draws: 2,
  });
  expect(preview.ids).toEqual(["as it was 1", "invert 1", "invert 2", "as it was 2", "rotate 1", "rotate 2"]);
  const before = scenes.batch([1]).x;
  expect(preview.batch([0]).x).toEqual(before);
  expect(preview.batch([3]).x).toEqual(before);
  expect(preview.batch([1]).x).toEqual(before.map((value) => 255 - value));
  expect(preview.batch([4]).x).not.toEqual(preview.batch([5]).x);
});

test("previewAugmentations refuses an image that is not there, and no ops", () => {
  expect(() => previewAugmentations(scenes, 3, [ops.rotate()])).toThrow("index 3");
  expect(() => previewAugmentations(scenes, 0, [])).toThrow("no ops");
});
