import { describe, expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { datasetFromArrays, makeLinear, makeMoons, splitByGroup } from "../../../lib/data/index.js";

const thirds = { train: 0.6, validation: 0.2, test: 0.2 };

describe("splitByGroup(dataset, { groups, fractions })", () => {
  test.each(Array.from({ length: 20 }, (_, i) => i))(
    "puts every row in one split and no group in two, whatever the groups' sizes (draw %i)",
    (draw) => {
      const random = randomSource(draw, "groups");
      const size = 60 + integerBelow(200, random);
      const kinds = 6 + integerBelow(30, random);
      const groups = Array.from({ length: size }, (_, i) => (i < 3 ? i : integerBelow(kinds, random) ** 2));
      const parts = splitByGroup(makeMoons(size), { groups, fractions: thirds, seed: draw });
      const rows = Object.values(parts).map(({ ids }) => ids.map(Number));
      expect(new Set(rows.flat()).size).toBe(size);
      const [a, b, c] = rows.map((part) => new Set(part.map((row) => groups[row])));
      for (const [one, other] of [
        [a, b],
        [a, c],
        [b, c],
      ])
        expect([...one!].filter((group) => other!.has(group))).toEqual([]);
    },
  );

  test("comes near the fractions and keeps a rare class's share in each split", () => {
    const groups = Array.from({ length: 3000 }, (_, i) => Math.floor(i / 10));
    const data = makeMoons(3000, { classShare: 0.1 });
    for (const [name, part] of Object.entries(splitByGroup(data, { groups, fractions: thirds }))) {
      expect(part.size / 3000).toBeAllClose(thirds[name as "train"], { rtol: 0.02 });
      expect(part.labels.reduce((sum, label) => sum + label, 0) / part.size).toBeAllClose(0.1, {
        rtol: 0.05,
      });
    }
  });

  test("takes a tag's name, names of groups, and numbers to predict", () => {
    const film = Float32Array.of(0, 0, 1, 1);
    const tagged = datasetFromArrays({
      x: new Uint8Array(4),
      shape: [1],
      labels: [0, 1, 0, 1],
      classes: ["a", "b"],
      tags: { film },
    });
    const { one, two } = splitByGroup(tagged, { groups: "film", fractions: { one: 0.5, two: 0.5 } });
    expect([one.tags.film![0], two.tags.film![0]].sort()).toEqual([0, 1]);
    const names = ["x", "y", "x", "y"];
    const { a } = splitByGroup(makeLinear(4), { groups: names, fractions: { a: 0.5, b: 0.5 } });
    expect(new Set(a.ids.map((id) => names[Number(id)])).size).toBe(1);
  });

  test("repeats itself under one seed and differs under another", () => {
    const groups = Array.from({ length: 100 }, (_, i) => i % 25);
    const ids = (seed: number) => splitByGroup(makeMoons(100), { groups, fractions: thirds, seed }).test.ids;
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
  });

  test.each<[string, object, string]>([
    [
      "fewer groups than splits",
      { groups: new Array(30).fill("one"), fractions: thirds },
      "1 group for 3 splits",
    ],
    ["groups for other samples", { groups: [1, 2], fractions: thirds }, "groups has 2 values for 30 samples"],
    ["a tag that is not there", { groups: "film", fractions: thirds }, "has the tags bayesPosterior"],
    ["fractions below 1", { groups: new Array(30).fill(0), fractions: { a: 0.5 } }, "cover 15 of 30"],
    ["no fractions", { groups: new Array(30).fill(0), fractions: {} }, "a name for each split"],
  ])("refuses %s", (_, options, message) => {
    expect(() => splitByGroup(makeMoons(30), options as never)).toThrow(message);
  });
});
