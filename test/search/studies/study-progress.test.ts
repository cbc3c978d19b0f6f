import { expect, test } from "vitest";
import { createStudy, float, space } from "../../../lib/search/index.js";
import { studyProgress } from "../../../lib/search/studies/study-progress.js";

test("a search tells in one output how many trials have ended, how many failed, and the best", async () => {
  const study = await createStudy({ name: "told", seed: 1, space: space({ x: float(0, 1) }) });
  const shown: string[] = [];
  const progress = studyProgress(study, 4, { display: ({ data }) => shown.push(String(data["text/plain"])) });
  await study.optimize(({ number }) => (number === 2 ? Number.NaN : number + 0.5), { trials: 3 });
  progress.trial();
  progress.end();
  expect(shown.at(-1)).toBe("██████████████████░░░░░░ 3/4 trials  1 failed  best 0.5 (trial 0)");
});

test("optimize says nothing of its progress unless it is asked", async () => {
  const study = await createStudy({ name: "asked", seed: 1, space: space({ x: float(0, 1) }) });
  const shown: string[] = [];
  const key = Symbol.for("deep-pessimist.display");
  Object.defineProperty(globalThis, key, {
    value: ({ data }: { data: Record<string, unknown> }) => shown.push(String(data["text/plain"])),
    configurable: true,
  });
  try {
    await study.optimize(() => 1, { trials: 1 });
    expect(shown).toEqual([]);
    await study.optimize(() => 1, { trials: 2, progress: true });
    expect(shown.at(-1)).toMatch(/^█{24} 2\/2 trials {2}best 1 \(trial 0\)$/);
  } finally {
    delete (globalThis as Record<symbol, unknown>)[key];
  }
});
