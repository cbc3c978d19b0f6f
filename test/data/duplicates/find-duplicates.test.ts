import sharp from "sharp";
import { expect, test } from "vitest";
import {
  checkLeaks,
  datasetFromArrays,
  digits,
  duplicateGroups,
  findDuplicates,
  hammingDistance,
  makeScenes,
  perceptualHash,
  splitByGroup,
  subset,
} from "../../../lib/data/index.js";

const size = 32;
const scenes = makeScenes(300, { seed: 4 });
const all = (n: number) => Array.from({ length: n }, (_, i) => i);

/** The image as a JPEG file of half the quality, brighter, read again. */
async function saveAgain(image: Uint8Array): Promise<Buffer> {
  const jpeg = await sharp(image, { raw: { width: size, height: size, channels: 3 } })
    .linear(0.9, 20)
    .jpeg({ quality: 50 })
    .toBuffer();
  return sharp(jpeg).toColourspace("srgb").raw().toBuffer();
}

/** Copies of the first `n` scenes, each saved again. */
async function savedAgain(n: number) {
  const images = await Promise.all(all(n).map((row) => saveAgain(scenes.batch([row]).x as Uint8Array)));
  const { labels, classes, shape } = subset(scenes, all(n));
  return datasetFromArrays({ x: new Uint8Array(Buffer.concat(images)), shape, labels, classes });
}

test("equal samples are found by their bytes, within a split and across splits", () => {
  const train = subset(scenes, [0, 1, 2, 3, 1]);
  const found = findDuplicates({ train, test: subset(scenes, [9, 3, 8]) }, { similarity: 1 });
  expect(found.map(({ kind }) => kind)).toEqual(["exact", "exact"]);
  const places = found.map(({ samples }) => samples.map(({ split, row }) => `${split} ${row}`));
  expect(places).toEqual([
    ["train 1", "train 4"],
    ["train 3", "test 1"],
  ]);
});

test("copies saved as JPEG and made brighter are found by what they look like", async () => {
  const found = findDuplicates({ scenes, again: await savedAgain(40) });
  expect(found).toHaveLength(40);
  for (const { kind, samples } of found) {
    expect(kind).toBe("similar");
    expect(samples[0]!.row).toBe(samples[1]!.row);
  }
});

test("300 different streets and 1,000 handwritten digits have no copies among them", () => {
  expect(findDuplicates({ scenes })).toEqual([]);
  expect(findDuplicates({ digits: digits({ samples: 1000 }) }, { similarity: 0.995 })).toEqual([]);
});

test("images of a single colour are copies only where their bytes are equal", () => {
  const x = Uint8Array.from({ length: 3 * 16 }, (_, i) => (i < 16 ? 0 : 200));
  const flat = datasetFromArrays({ x, shape: [4, 4, 1], labels: [0, 1, 1], classes: ["a", "b"] });
  expect(findDuplicates({ flat }).map(({ samples }) => samples.map(({ row }) => row))).toEqual([[1, 2]]);
});

test("a perceptual hash has 64 bits, changes little with size and about half with the picture", async () => {
  const image = scenes.batch([0]).x;
  const large = await sharp(image as Uint8Array, { raw: { width: size, height: size, channels: 3 } })
    .resize(200, 120, { fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer();
  const hash = perceptualHash(image, [size, size, 3]);
  expect(hash).toHaveLength(2);
  expect(hammingDistance(hash, perceptualHash(large, [120, 200, 3]))).toBeLessThanOrEqual(6);
  const distances = all(200).map((row) =>
    hammingDistance(hash, perceptualHash(scenes.batch([row + 1]).x, [size, size, 3])),
  );
  const mean = distances.reduce((sum, distance) => sum + distance) / 200;
  expect(mean).toBeGreaterThan(20);
  expect(mean).toBeLessThan(44);
  expect(() => perceptualHash(image, [3])).toThrow("one image: [height, width, channels]");
});

test("duplicateGroups and splitByGroup together keep copies in one split", async () => {
  const twice = subset(scenes, [...all(50), ...all(50)]);
  const groups = duplicateGroups(twice);
  expect(Array.from(groups)).toEqual([...all(50), ...all(50)]);
  const { train, test } = splitByGroup(twice, { groups, fractions: { train: 0.8, test: 0.2 } });
  expect(checkLeaks({ train, test })).toEqual([]);
});

test("checkLeaks names each pair of splits that share samples, exact ones as an error, similar ones as a warning", async () => {
  const train = subset(scenes, all(100));
  const test = subset(scenes, [5, 6, 200]);
  const findings = checkLeaks({ train, test, later: await savedAgain(3) });
  expect(findings.map(({ code, severity, title }) => [code, severity, title])).toEqual([
    ["duplicate-leak", "error", "2 samples of test are in train"],
    ["duplicate-leak", "warning", "3 samples of later look like some of train"],
  ]);
  expect(findings[0]!.evidence).toBe("The same bytes: scene-4-5 = scene-4-5; scene-4-6 = scene-4-6.");
});

test("checkLeaks finds groups that are in two splits", () => {
  const film = Float32Array.from(all(300), (row) => Math.floor(row / 50));
  const films = datasetFromArrays({
    ...{ x: Float32Array.from(all(300)), shape: [1], tags: { film } },
    ...{ labels: new Int32Array(300), classes: ["a", "b"] },
  });
  const [finding] = checkLeaks(
    { train: subset(films, all(120)), test: subset(films, [130, 290]) },
    { group: "film" },
  );
  expect(finding).toMatchObject({
    code: "duplicate-leak",
    title: "test and train share 1 of 2 groups by film",
  });
  expect(() => checkLeaks({ train: films, test: films }, { group: "flim" })).toThrow('no tag "flim"');
});

test("splits that cannot be compared are refused", () => {
  expect(() => checkLeaks({ train: scenes })).toThrow('only the split "train"');
  expect(() => findDuplicates({ a: scenes, b: digits({ samples: 10 }) })).toThrow("b of [28, 28, 1]");
  expect(() => findDuplicates({})).toThrow("no splits");
});
