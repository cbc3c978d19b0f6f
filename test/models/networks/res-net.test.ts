import * as tf from "@tensorflow/tfjs";
import { expect, test, vi } from "vitest";
import { resNet } from "../../../lib/models/index.js";

// The shapes alone are counted here; drawing 164 million weights would take half a minute.
vi.mock("../../../lib/models/initialization/initializer.js", async (original) => ({
  ...(await original<object>()),
  initializer: () => tf.initializers.zeros(),
}));

function trainableParameters(model: tf.LayersModel): number {
  const sizes = model.trainableWeights.map(({ shape }) => tf.util.sizeFromShape(shape as number[]));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test.each([
  [18, 11_689_512],
  [34, 21_797_672],
  [50, 25_557_032],
  [101, 44_549_160],
  [152, 60_192_808],
] as const)("resNet of depth %d has torchvision's %d parameters at 1,000 classes", (depth, parameters) => {
  const model = resNet({ depth, inputShape: [224, 224, 3], classes: 1000 });
  expect(trainableParameters(model)).toBe(parameters);
  const layersWithWeights = model.layers.filter(({ name }) => /conv\d$|^stem$|^output$/.test(name));
  expect(layersWithWeights).toHaveLength(depth);
  model.dispose();
});

test("resNet's stem for ImageNet brings 224 pixels to 56, the small one keeps 32 at 32", () => {
  const large = resNet({ inputShape: [224, 224, 3], classes: 2, width: 0.125 });
  expect(large.getLayer("stage1_block1_conv1").input).toMatchObject({ shape: [null, 56, 56, 8] });
  const small = resNet({ inputShape: [32, 32, 3], classes: 2, width: 0.125 });
  expect(small.getLayer("stage1_block1_conv1").input).toMatchObject({ shape: [null, 32, 32, 8] });
  expect(small.getLayer("mean").input).toMatchObject({ shape: [null, 4, 4, 64] });
  for (const model of [large, small]) model.dispose();
});

test("resNet of depth 101 at an eighth of the width has under a million parameters", () => {
  const model = resNet({ depth: 101, classes: 2, width: 0.125 });
  expect(model.countParams()).toBeLessThan(1e6);
  model.dispose();
});

test("resNet refuses other depths and stems, small pictures and widths that leave too few channels", () => {
  // @ts-expect-error
  expect(() => resNet({ classes: 2, depth: 20 })).toThrow(/depth = 20[\s\S]*one of 18, 34, 50, 101, 152/);
  // @ts-expect-error
  expect(() => resNet({ classes: 2, stem: "cifar" })).toThrow(/stem = "cifar"[\s\S]*"imagenet", "small"/);
  expect(() => resNet({ classes: 2, inputShape: [4, 4, 3] })).toThrow(/at least 8 × 8/);
  expect(() => resNet({ classes: 2, inputShape: [28, 28, 3], stem: "imagenet" })).toThrow(/at least 32 × 32/);
  expect(() => resNet({ classes: 2, inputShape: [32, 32] })).toThrow(
    /\[32, 32\][\s\S]*\[height, width, channels\]/,
  );
  for (const width of [0, 0.05, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => resNet({ classes: 2, width })).toThrow(/width = /);
});
