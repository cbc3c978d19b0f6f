import { expect, test } from "vitest";
import { type Condition, makeScenes } from "../../../lib/data/index.js";
import { conditionNames } from "../../../lib/data/scenes/conditions/condition.js";

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

test.each(conditionNames)("%s changes a picture, and the more the severer it is", (name) => {
  const change = changeBySeverity(name);
  expect(change[0]).toBeGreaterThan(2);
  expect(change).toEqual([...change].sort((a, b) => a - b));
});

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
