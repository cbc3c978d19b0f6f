import { expect, test } from "vitest";
import { keepInMemory, makeMoons, makeScenes, personMasks, subset } from "../../../lib/data/index.js";

const rows = Array.from({ length: 40 }, (_, i) => i);
const areas = (dataset: Parameters<typeof personMasks>[0]) => {
  const { x, shape } = personMasks(dataset, rows);
  const pixels = shape[1]! * shape[2]!;
  return rows.map((row) =>
    x.subarray(row * pixels, (row + 1) * pixels).reduce((sum, value) => sum + value, 0),
  );
};

test("there is a mask where there is a person, and none where there is none", () => {
  const scenes = makeScenes(40, { seed: 2, figureHeight: [0.4, 0.7] });
  expect(areas(scenes).map((area) => Number(area > 0))).toEqual(Array.from(scenes.labels));
});

test("what hides a person is taken from the mask; weather and darkness are not", () => {
  const options = { seed: 2, personRate: 1, figureHeight: [0.5, 0.7] as const };
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const plain = areas(makeScenes(40, options));
  const hidden = makeScenes(40, { ...options, conditions: { occlusion: { severity: 5 } } });
  expect(sum(areas(hidden))).toBeLessThan(0.6 * sum(plain));
  expect(areas(makeScenes(40, { ...options, conditions: { night: 1, fog: 1, sensorNoise: 1 } }))).toEqual(
    plain,
  );
  const seen = hidden.tags.visible!.reduce((total, value) => total + value, 0) / 40;
  expect(seen).toBeLessThan(0.6);
});

test("views of scenes have the masks of their rows", () => {
  const scenes = makeScenes(60, { personRate: 1 });
  const view = keepInMemory(subset(scenes, [50, 3]));
  expect(personMasks(view, [1])).toEqual(personMasks(scenes, [3]));
});

test("contrast is less where clothes are as what is behind them, and where fog is", () => {
  const mean = (conditions: object) => {
    const { contrast } = makeScenes(60, { seed: 3, figureHeight: [0.5, 0.7], conditions }).tags;
    return contrast!.reduce((total, value) => total + value, 0) / 60;
  };
  expect(mean({ camouflage: { severity: 5 } })).toBeLessThan(0.75 * mean({}));
  expect(mean({ fog: { severity: 5 } })).toBeLessThan(0.75 * mean({}));
});

test("masks of other images are refused", () => {
  expect(() => personMasks(makeMoons(10), [0])).toThrow("not made by makeScenes");
});
