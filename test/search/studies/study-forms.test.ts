import { choice, createStudy, float, int, space } from "deep-pessimist/search";
import { expect, test } from "vitest";

const shownIn = (value: object): Record<string, string> =>
  (value as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]!();

test("a study shows how its trials ended and the best of them, whole numbers as they are and others with four digits", async () => {
  const study = await createStudy({
    name: "sizes",
    space: space({ samples: int(1, 99_999), batchSize: choice([1024, 2048]), rate: float(0, 1) }),
  });
  study.enqueue({ samples: 12_345, batchSize: 1024, rate: 0.123456 });
  study.enqueue({ samples: 2, batchSize: 2048, rate: 0.5 });
  await study.optimize(({ number }) => (number === 0 ? 0.98765432 : Number.NaN), { trials: 2 });
  const { "text/html": html, "text/plain": text } = shownIn(study);
  expect(text).toContain('study "sizes", to minimize: 1 complete, 1 failed; best: trial 0 with 0.9877');
  expect(html).toContain("<td>12345</td>");
  expect(html).toContain("<td>1024</td>");
  expect(html).toContain("<td>0.1235</td>");
  expect(shownIn(study.trials)["text/plain"]).toContain("2 trials");
});

test("a table of many trials shows the first ten and the last ten", async () => {
  const study = await createStudy({ name: "many", space: space({ x: float(0, 1) }) });
  await study.optimize(({ number }) => number, { trials: 30 });
  const numbers = shownIn(study.trials)["text/html"]!.matchAll(/<tr>\s*<t[hd]>(\d+|…)</g);
  expect([...numbers].map(([, number]) => number)).toEqual([
    ...["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "…"],
    ...["20", "21", "22", "23", "24", "25", "26", "27", "28", "29"],
  ]);
});
