import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allExercises } from "../../lib/course/exercises/all-exercises.js";
import { questions } from "../../lib/course/predictions/questions.js";
import { claimsOf } from "../../scripts/course/bind-claims.mjs";
import { type Lesson, lessons, statedMinutes } from "./lessons.js";

const all = lessons();

/** Ids that a notebook's code passes to a function of the course. */
const idsIn = ({ code }: Lesson, name: string): string[] =>
  [...code.matchAll(new RegExp(`course\\.${name}\\("([\\d.]+)"`, "g"))].map((match) => match[1]!);

describe.each(all.map((lesson) => [lesson.name, lesson] as const))("%s", (_, lesson) => {
  const { cells, prose, code, number } = lesson;

  test("begins with its number, question, promise, prerequisites and minutes", () => {
    expect(cells[0]!.source).toMatch(
      new RegExp(
        `^# ${number} · [\\s\\S]*^\\*\\*The question\\.\\*\\*[\\s\\S]*^\\*\\*Afterwards you can\\*\\*[\\s\\S]*^\\*\\*You need\\*\\*[\\s\\S]*^\\*\\*Minutes:\\*\\* \\d`,
        "m",
      ),
    );
    expect(statedMinutes(lesson)).toBeGreaterThan(3);
  });

  test("has a baseline, figures, take-aways, exercises and sources", () => {
    expect(prose).toMatch(/\bbaselines?\b/i);
    expect(code.match(/plots\.show\(|liveLearningCurve/g)!.length).toBeGreaterThanOrEqual(3);
    expect(prose).toMatch(/^## Take-aways\n[\s\S]*^## Exercises/m);
    expect(prose).toMatch(/^\*\*Sources\.\*\* /m);
  });

  test("has one cell that fails on purpose, and its prose before and after reads it aloud", () => {
    const failing = cells.flatMap(({ tags }, i) => (tags.includes("raises-exception") ? [i] : []));
    expect(failing).toHaveLength(1);
    expect(cells[failing[0]! - 1]!.source).toMatch(/^## A cell that fails on purpose[\s\S]*aloud/m);
    expect(cells[failing[0]! + 1]!.kind).toBe("markdown");
  });

  test("asks for each prediction before its result, and draws them at its end", () => {
    const asked = idsIn(lesson, "predict");
    expect(asked).toEqual(questions.map(({ id }) => id).filter((id) => id.startsWith(number)));
    expect(idsIn(lesson, "score")).toEqual(asked);
    for (const id of asked)
      expect(code.indexOf(`predict("${id}"`)).toBeLessThan(code.indexOf(`score("${id}"`));
    expect(code).toContain(`course.plotPredictions("${number}")`);
    expect(prose.match(/^> \*\*Commit to a prediction\.\*\*/gm)!.length).toBeGreaterThanOrEqual(2);
  });

  test("asks its exercises, all of them", () => {
    const own = allExercises.map(({ id }) => id).filter((id) => id.startsWith(number));
    expect(idsIn(lesson, "exercise").filter((id, i, ids) => ids.indexOf(id) === i)).toEqual(own);
  });

  test("speaks of each claim, and claims each number it speaks of", () => {
    const unspoken = [...claimsOf([...cells]).values()].filter((text) => !prose.includes(text));
    expect(unspoken).toEqual([]);
    expect(claimsOf([...cells]).size).toBe(code.match(/course\.claim\(/g)!.length);
    expect(claimsOf([...cells]).size).toBeGreaterThanOrEqual(4);
    expect(prose).not.toContain("{{");
  });

  test("has about two letters of prose for each of code", () => {
    const share = prose.length / code.length;
    expect(share).toBeGreaterThan(1.5);
    expect(share).toBeLessThan(2.75);
  });
});

test("the course has the exercises that it promises", () => {
  expect(allExercises.length).toBeGreaterThanOrEqual(14);
});

test("the README's table has every notebook with its title, question and minutes", () => {
  const rows = all.map((lesson) => {
    const title = /^# (.*)$/m.exec(lesson.prose)![1];
    const question = /^\*\*The question\.\*\* (.*)$/m.exec(lesson.prose)![1];
    return `| [${title}](notebooks/${lesson.name}.ipynb) | ${question} | ${statedMinutes(lesson)} |`;
  });
  const readme = readFileSync("README.md", "utf8").split("\n");
  expect(readme.filter((line) => line.includes("](notebooks/"))).toEqual(rows);
});
