import { expect, test } from "vitest";
import { type Condition, makeScenes } from "../../../lib/data/index.js";
import { conditionNames } from "../../../lib/data/scenes/conditions/condition.js";
import { conditionKinds } from "../../../lib/data/scenes/conditions/index.js";

const samples = 250;
const pixels = 32 * 32 * 3;
const rows = Array.from({ length: samples }, (_, i) => i);
const plain = makeScenes(samples).batch(rows).x;

/** Mean change of a byte that the condition makes, for severities 1 … 5; every scene is compared with itself. */
function changeBySeverity(name: Condition): number[] {
  const scenes = makeScenes(samples, { conditions: { [name]: 1 } });
  const { x } = scenes.batch(rows);
  const sums = [0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const at = scenes.tags[name]![row]! - 1;
    counts[at]!++;
    for (let i = row * pixels; i < (row + 1) * pixels; i++) sums[at]! += Math.abs(x[i]! - plain[i]!) / pixels;
  }
  return sums.map((sum, i) => sum / counts[i]!);
}

test.each(conditionNames)(
  "%s changes a picture, and what is painted over it the more the severer it is",
  (name) => {
    const change = changeBySeverity(name);
    const { draw, store } = conditionKinds[name];
    if (draw === undefined && store === undefined) expect(Math.min(...change)).toBeGreaterThan(0.3);
    else {
      expect(change[0]).toBeGreaterThan(2);
      expect(change).toEqual([...change].sort((a, b) => a - b));
    }
  },
);

/** What else a condition is bound to change: what stands where, and what can be seen of it. */
const consequences: Partial<Record<Condition, string[]>> = {
  imbalance: ["person", "bayesPosterior"],
  lookAlikes: ["visible"],
  farAway: ["distance", "visible"],
  cameraHeight: ["visible"],
  truncation: ["visible"],
  clutter: ["objects"],
  crowd: ["objects"],
  occlusion: ["objects", "visible"],
};

test.each(conditionNames)(
  "%s changes no tag but its own, the figure's contrast and what it is bound to",
  (name) => {
    const others = Object.fromEntries(
      conditionNames.filter((other) => other !== "imbalance").map((other) => [other, 0.2]),
    );
    const before = makeScenes(60, { seed: 3, conditions: { ...others, [name]: 0 } });
    const after = makeScenes(60, { seed: 3, conditions: { ...others, [name]: { severity: 4 } } });
    const changed = Object.keys(before.tags).filter(
      (tag) => String(before.tags[tag]) !== String(after.tags[tag]),
    );
    const free = [name, "contrast", ...(consequences[name] ?? [])];
    expect(changed.filter((tag) => !free.includes(tag))).toEqual([]);
    expect(new Set(after.tags[name])).toEqual(new Set([4]));
    if (name !== "imbalance") expect(after.labels).toEqual(before.labels);
  },
);

test("by night pictures are darker than by day, in the rain less so", () => {
  const brightness = (x: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += x[i]!;
    return sum / x.length;
  };
  const under = (name: Condition) =>
    brightness(makeScenes(samples, { conditions: { [name]: 1 } }).batch(rows).x) / brightness(plain);
  expect(under("night")).toBeLessThan(0.6);
  expect(under("rain")).toBeLessThan(1);
  expect(under("rain")).toBeGreaterThan(under("night"));
});
