import { expect, test } from "vitest";
import { writingProgress } from "../../../lib/data/disk/writing-progress.js";

test("the writing of a data set is told with a bar, its speed and the time that is left", () => {
  const printed: string[] = [];
  const progress = writingProgress({ display: undefined, print: (line) => printed.push(line), now: () => 0 });
  progress.end(); // nothing was written
  progress.show({
    split: "train",
    written: 2500,
    samples: 10_000,
    samplesPerSecond: 1234.5,
    secondsLeft: 6.1,
  });
  progress.end();
  expect(printed).toEqual([
    "██████░░░░░░░░░░░░░░░░░░ 2,500 of 10,000 samples  train  1,235 samples/s  7 s left",
  ]);
});
