import { expect, test } from "vitest";
import { makeScenes, subset } from "../../../lib/data/index.js";

const scenes = makeScenes(20, { imageSize: 32, conditions: { night: 0.5 } });

test("subset picks each tag's rows", () => {
  const rows = [3, 17, 3];
  expect([...subset(scenes, rows).tags.night!]).toEqual(rows.map((row) => scenes.tags.night![row]));
});

test("subset of a copy with tags of its own has those, and no others", () => {
  const copy = { ...scenes, tags: { half: Float32Array.from({ length: 20 }, (_, i) => i / 2) } };
  expect(subset(copy, [4, 9]).tags).toEqual({ half: Float32Array.of(2, 4.5) });
});

test("subset refuses a row that is none", () => {
  expect(() => subset(scenes, [20])).toThrow(/20/);
});
