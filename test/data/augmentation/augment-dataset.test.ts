import { describe, expect, test } from "vitest";
import { augmentDataset, datasetFromArrays, augmentations as ops } from "../../../lib/data/index.js";

/** Three classes of grey, told by nothing else: a mixture's share can be read off its pixels. */
const greys = datasetFromArrays({
  x: Float32Array.from({ length: 30 * 64 }, (_, at) => [0, 0.5, 1][Math.floor(at / 64) % 3]!),
  shape: [8, 8, 1],
  labels: Array.from({ length: 30 }, (_, i) => i % 3),
  classes: ["black", "grey", "white"],
});
const all = Array.from({ length: 30 }, (_, i) => i);
const classGrey = [0, 0.5, 1];
const meanOf = (x: Float32Array | Uint8Array): number =>
  Array.from(x).reduce((sum, value) => sum + value, 0) / x.length;

/** The mean grey of each image, and the one that its soft label promises. */
function meanAndPromise(op: ReturnType<typeof ops.mixup>, epoch: number): [number, number][] {
  const { x, softLabels } = augmentDataset(greys, [op], { epoch }).batch(all);
  return all.map((i) => [
    meanOf(x.subarray(i * 64, (i + 1) * 64)),
    classGrey.reduce((sum, grey, k) => sum + grey * softLabels![i * 3 + k]!, 0),
  ]);
}

describe("augmentDataset(dataset, ops) with an op that mixes", () => {
  test.each([ops.mixup({ alpha: 1 }), ops.cutmix()])(
    "$name mixes labels in the shares of the pixels",
    (op) => {
      const pairs = [0, 1].flatMap((epoch) => meanAndPromise(op, epoch));
      for (const [mean, promised] of pairs) expect(Math.abs(mean - promised)).toBeLessThan(1e-6);
      expect(pairs.filter(([mean]) => ![0, 0.5, 1].includes(mean)).length).toBeGreaterThan(10);
    },
  );

  test("gives shares in sum 1, of which the label's own is the greatest", () => {
    const { softLabels } = augmentDataset(greys, [ops.mixup({ alpha: 4 })]).batch(all);
    for (const i of all) {
      const shares = [...softLabels!.subarray(i * 3, i * 3 + 3)];
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-6);
      expect(shares[greys.labels[i]!]).toBe(Math.max(...shares));
    }
  });

  test("mixes what has been mixed, and still keeps its books", () => {
    const twice = [ops.mixup({ alpha: 1 }), ops.flipHorizontal(), ops.cutmix()];
    const { x, softLabels } = augmentDataset(greys, twice, { seed: 1 }).batch([4]);
    expect(softLabels![1]).toBeLessThan(1);
    const promised = classGrey.reduce((sum, grey, k) => sum + grey * softLabels![k]!, 0);
    const mean = meanOf(x);
    expect(softLabels!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(Math.abs(mean - promised)).toBeLessThan(1e-6);
  });

  test("gives the share that Beta(1, 1) has in the mean: three quarters", () => {
    const shares = [...Array(20).keys()].flatMap((epoch) => {
      const { softLabels } = augmentDataset(greys, [ops.mixup({ alpha: 1 })], { epoch }).batch(all);
      // Of partners from another class alone: with one of its own class, a share cannot be seen.
      return all.map((i) => softLabels![i * 3 + greys.labels[i]!]!).filter((share) => share < 1);
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    // Uniform on 0.5 … 1: its standard deviation is 0.5 / √12.
    expect(Math.abs(mean - 0.75)).toBeLessThan((4 * 0.5) / Math.sqrt(12 * shares.length));
  });
});

test("augmentDataset without mixing has no soft labels, and hands on names and tags", () => {
  const changed = augmentDataset(greys, [ops.invert({ probability: 1 })]);
  expect(changed.batch([0, 2]).softLabels).toBeUndefined();
  expect(changed.batch([0]).x[0]).toBe(1);
  expect(changed.ids).toBe(greys.ids);
  expect(changed.labels).toBe(greys.labels);
});
