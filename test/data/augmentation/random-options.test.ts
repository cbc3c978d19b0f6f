import { expect, test } from "vitest";
import { integerBelow, type RandomSource, randomSource } from "../../../lib/core/index.js";
import { augment, augmentDataset, datasetFromArrays, augmentations as ops } from "../../../lib/data/index.js";

const pick = <T>(random: RandomSource, ...choices: readonly T[]): T =>
  choices[integerBelow(choices.length, random)]!;
const signed = (most: number) => (random: RandomSource) => {
  const [a, b] = [(2 * random() - 1) * most, (2 * random() - 1) * most];
  return pick<number | readonly [number, number]>(random, Math.abs(a), [Math.min(a, b), Math.max(a, b)]);
};
const amount = (most: number) => (random: RandomSource) => random() * most;
const factor = (most: number) => (random: RandomSource) => 1 + random() * (most - 1);
const border = (random: RandomSource) =>
  pick<"reflect" | "edge" | number>(random, "reflect", "edge", random());
const upTo = (most: number) => (random: RandomSource) => 1 + integerBelow(most, random);
const probability = { probability: amount(1) };

/** What each op takes, drawn at random from the whole of its range. */
const options: Record<string, Record<string, (random: RandomSource) => unknown>> = {
  flipHorizontal: probability,
  flipVertical: probability,
  shift: { x: signed(1), y: signed(1), border },
  scale: { by: factor(4), border },
  rotate: { degrees: signed(180), border },
  shear: { x: signed(60), y: signed(60), border },
  affine: { degrees: signed(180), scale: factor(4), shift: signed(1), shear: signed(60), border },
  perspective: { corners: amount(0.3), border },
  elastic: { by: amount(0.2), cells: upTo(16), border },
  cropAndResize: { area: (random) => 0.01 + 0.99 * random(), aspect: factor(4) },
  padAndCrop: { pixels: upTo(64), border },
  cutout: { side: amount(1), holes: upTo(32) },
  randomErasing: { area: amount(0.8), aspect: factor(5) },
  brightness: { by: signed(1) },
  contrast: { by: signed(1) },
  gamma: { exponent: factor(5) },
  solarize: { by: amount(1) },
  posterize: { bits: upTo(8) },
  equalize: probability,
  autocontrast: probability,
  invert: probability,
  saturation: { by: signed(1) },
  hue: { degrees: signed(180) },
  colourJitter: { brightness: signed(1), contrast: signed(1), saturation: signed(1), hue: signed(180) },
  grayscale: probability,
  shuffleChannels: probability,
  gaussianNoise: { sigma: amount(0.5) },
  saltAndPepper: { share: amount(1) },
  pixelate: { block: upTo(64) },
  gaussianBlur: { sigma: amount(10) },
  motionBlur: { length: amount(32), degrees: signed(180) },
  sharpen: { by: amount(4) },
  fog: { density: amount(0.8) },
  rain: { amount: amount(1) },
  snow: { amount: amount(1) },
  shadow: { darkness: amount(1) },
  sunFlare: { brightness: amount(1) },
  mixup: { alpha: amount(4) },
  cutmix: { alpha: amount(4) },
};
const make = ops as unknown as Record<string, (options: object) => ReturnType<typeof ops.mixup>>;

test.each(Object.keys(options))(
  "%s with any options gives pixels, the shape and the same bytes again",
  (name) => {
    for (let trial = 0; trial < 12; trial++) {
      const random = randomSource(trial, "random options", name);
      const [height, width] = [1 + integerBelow(13, random), 1 + integerBelow(13, random)];
      const drawn = Object.entries(options[name]!).map(([key, value]) => [key, value(random)]);
      const op = make[name]!(Object.fromEntries(drawn));
      const images = datasetFromArrays({
        x: Float32Array.from({ length: 4 * height * width * 3 }, random),
        shape: [height, width, 3],
        labels: [0, 1, 0, 1],
        classes: ["a", "b"],
      });
      const changed = () => augmentDataset(images, [op], { seed: trial }).batch([0, 1, 2, 3]);
      const { x, shape } = changed();
      expect(shape).toEqual([4, height, width, 3]);
      expect(x.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(changed().x).toEqual(x);
    }
  },
);

test("any list of ops, one after the other, gives pixels and the same bytes again", () => {
  const names = Object.keys(options).filter((name) => !name.endsWith("mix") && name !== "mixup");
  for (let trial = 0; trial < 20; trial++) {
    const random = randomSource(trial, "random lists");
    const list = Array.from({ length: 1 + integerBelow(6, random) }, () => make[pick(random, ...names)]!({}));
    const x = Uint8Array.from({ length: 2 * 8 * 12 * 3 }, () => integerBelow(256, random));
    const batch = { x, shape: [2, 8, 12, 3] };
    const changed = () => augment(list as never, { seed: trial })(batch, { indices: [3, 9] });
    expect(changed().shape).toEqual(batch.shape);
    expect(changed().x).toBeInstanceOf(Uint8Array);
    expect(changed().x).toEqual(changed().x);
  }
});
