import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allExercises } from "../../lib/course/exercises/all-exercises.js";
import { exercise } from "../../lib/course/exercises/exercise.js";
import { recorded } from "../../lib/course/exercises/record-exercise.js";
import { answerOf } from "./answer-of.js";
import { plantedAnswers } from "./planted-answers.js";

const home = process.env.PESSIMIST_HOME;

beforeAll(() => {
  process.env.PESSIMIST_HOME = mkdtempSync(join(tmpdir(), "exercises-"));
});

afterAll(async () => {
  await recorded();
  rmSync(process.env.PESSIMIST_HOME!, { recursive: true });
  if (home === undefined) delete process.env.PESSIMIST_HOME;
  else process.env.PESSIMIST_HOME = home;
});

describe.each(allExercises.map((sheet) => [sheet.id, sheet] as const))("exercise %s", (id, sheet) => {
  test("its solution is right", { timeout: 300_000 }, async () => {
    const answer = await answerOf(sheet.solution);
    expect(exercise(id).check(answer)).toMatchObject({ outcome: "right" });
  });

  test("each planted wrong answer gets a reason of its own", () => {
    const verdicts = plantedAnswers[id]!.map(([answer]) => exercise(id).check(answer));
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(verdicts.map(() => "wrong"));
    for (const [i, [, reason]] of plantedAnswers[id]!.entries()) expect(verdicts[i]!.because).toMatch(reason);
    expect(new Set(verdicts.map(({ because }) => because)).size).toBe(verdicts.length);
    expect(verdicts.length).toBeGreaterThanOrEqual(2);
  });

  test("without an answer it is not attempted, and shows its question", () => {
    const verdict = exercise(id).check();
    expect(verdict.outcome).toBe("notAttempted");
    expect(verdict.markdown).toContain(sheet.statement);
  });

  test("an answer of another type is not called wrong", () => {
    for (const answer of [null, { loss: 1 }, [1, 2, "three"], Symbol("none"), Promise.resolve(1)])
      expect(exercise(id).check(answer)).toMatchObject({ outcome: "cannotTell" });
  });

  test("it has hints, from a nudge on, and then the solution", () => {
    expect(sheet.hints.length).toBeGreaterThanOrEqual(2);
    expect(exercise(id).hint().text).toContain(`Hint 1 of ${sheet.hints.length}.`);
    expect(exercise(id).hint(2).markdown).toContain(sheet.hints[1]);
    expect(exercise(id).hint(sheet.hints.length + 1).text).toContain("solution()");
    expect(exercise(id).solution().markdown).toContain(sheet.solution.trim());
  });
});

test("ids are in order, and each notebook has exercises of one, two and three stars", () => {
  const ids = allExercises.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const notebook of new Set(ids.map((id) => id.slice(0, 2)))) {
    const stars = allExercises.filter(({ id }) => id.startsWith(notebook)).map((sheet) => sheet.stars);
    expect([notebook, [...new Set(stars)].sort()]).toEqual([notebook, [1, 2, 3]]);
  }
});

test("an id that is not there is answered with those that are", () => {
  expect(() => exercise("00.9")).toThrow(/exercise got the id "00.9"[\s\S]*00\.1, /);
});

test("a function that throws is not called wrong", () => {
  const failing = () => {
    throw new Error("no such scores");
  };
  expect(exercise("02.2").check(failing)).toMatchObject({
    outcome: "cannotTell",
    because: expect.stringContaining("no such scores"),
  });
});

test("a notebook gets Markdown, a terminal the same words plainly", () => {
  const verdict = exercise("00.1").check(1);
  const forms = (verdict as unknown as Record<symbol, () => object>)[Symbol.for("Jupyter.display")]!();
  expect(forms).toEqual({ "text/markdown": verdict.markdown, "text/plain": verdict.text });
  expect(verdict.markdown).toMatch(/^\*\*Wrong,\*\* because .*`Math.log`/);
  expect(`${verdict}`).toMatch(/^Wrong, because .* by Math.log\.$/);
});
