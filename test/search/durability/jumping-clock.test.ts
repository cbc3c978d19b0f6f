import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createStudy, float, space } from "../../../lib/search/index.js";

const hours = 5 * 3600 * 1000;
const { now } = Date;

function jump(by: number): void {
  vi.spyOn(Date, "now").mockImplementation(() => now() + by);
}

afterEach(() => void vi.restoreAllMocks());

test("a clock that jumps makes nobody take another's running trial, and loses none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  const open = () => createStudy({ name: "clock", storage: join(folder, "studies.db") });
  const [ours, theirs] = [await open(), await open()];
  const first = await ours.ask();
  jump(hours);
  const second = await theirs.ask();
  jump(-hours);
  const third = await theirs.ask();
  await theirs.tell(third, 3);
  await ours.tell(first, 1);
  await theirs.tell(second, 2);
  expect(ours.trials.map(({ value, attempt }) => [value, attempt])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  ours.close();
  theirs.close();
  rmSync(folder, { recursive: true });
});

test("a clock that jumps neither ends a study early nor a trial", async () => {
  const study = await createStudy({ name: "clock", space: space({ x: float(0, 1) }) });
  const objective = async ({ parameters: { x }, number }: { parameters: { x: number }; number: number }) => {
    jump(number % 2 === 0 ? hours : -hours);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return x;
  };
  await study.optimize(objective, { trials: 6, timeoutMs: 600_000, trialTimeoutMs: 600_000 });
  expect(study.trials.map(({ state }) => state)).toEqual(Array(6).fill("complete"));
});
