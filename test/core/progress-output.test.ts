import { expect, test } from "vitest";
import { type DisplayBundle, ProgressOutput, progressBar } from "../../lib/core/index.js";

test("a bar is drawn in eighths of a character, and never beyond its ends", () => {
  expect([0, 0.25, 0.5625, 1, 7, -1, Number.NaN].map((share) => progressBar(share, 2))).toEqual([
    ...["░░", "▌░", "█▏", "██", "██", "░░", "░░"],
  ]);
});

test("in a notebook progress is one output, redrawn four times a second at most; its last state stays", () => {
  const shown: DisplayBundle[] = [];
  let now = 0;
  const output = new ProgressOutput({ display: (bundle) => shown.push(bundle), now: () => now });
  for (; now <= 600; now += 100) output.show(() => `at ${now}`);
  output.end("done");
  expect(shown.map(({ data, update }) => [data["text/plain"], update])).toEqual([
    ["at 0", false],
    ["at 300", true],
    ["at 600", true],
    ["done", true],
  ]);
  expect(new Set(shown.map(({ displayId }) => displayId)).size).toBe(1);
});

test("elsewhere progress is a line every ten seconds, and one at the end", () => {
  const printed: string[] = [];
  let now = 0;
  const output = new ProgressOutput({
    display: undefined,
    print: (line) => printed.push(line),
    now: () => now,
  });
  for (; now <= 25_000; now += 1000) output.show(() => `at ${now}`);
  output.end("done");
  expect(printed).toEqual(["at 10000", "at 20000", "done"]);
});
