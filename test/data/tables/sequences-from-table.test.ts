import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sequencesFromTable, splitDataset, streamBatches } from "../../../lib/data/index.js";

const folder = mkdtempSync(join(tmpdir(), "sequences-"));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(text: string, name = "steps.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const walks = [
  "who,time,speed,light,answer",
  "ann,2,1.5,red,stays",
  "bob,1,2.5,green,crosses",
  "ann,1,1,red,stays",
  "ann,3,2,green,stays",
].join("\n");
const options = { sequence: "who", order: "time", label: "answer", features: ["speed"] };

test("puts each sequence's rows in order, pads them with zeros, and counts them", async () => {
  const data = await sequencesFromTable(csv(walks), options);
  expect(data.batch([0, 1])).toEqual({ x: Float32Array.of(1, 1.5, 2, 2.5, 0, 0), shape: [2, 3, 1] });
  expect([data.ids, data.lengths, data.labels, data.classes]).toEqual([
    ["ann", "bob"],
    Int32Array.of(3, 1),
    Int32Array.of(1, 0),
    ["crosses", "stays"],
  ]);
});

test("takes the file's order where none is named, and neither names nor times for features", async () => {
  const data = await sequencesFromTable(csv("who,speed,answer\na,3,x\na,1,x\nb,2,y\n"), {
    sequence: "who",
    label: "answer",
  });
  expect(data.shape).toEqual([2, 1]);
  expect(Array.from(data.batch([0]).x)).toEqual([3, 1]);
  const timed = await sequencesFromTable(csv(walks), {
    ...options,
    features: ["time", "light"],
    categories: { light: ["red", "green"] },
  });
  expect(Array.from(timed.batch([1]).x)).toEqual([1, 0, 1, ...Array(6).fill(0)]);
});

test("pads to as many steps as another file's sequences have, and keeps the first row's tags", async () => {
  const data = await sequencesFromTable(csv(walks), { ...options, steps: 5, tags: ["time"] });
  expect([data.shape, data.tags.time]).toEqual([[5, 1], Float32Array.of(1, 1)]);
});

test("is split and streamed in worker threads, lengths and all", async () => {
  const data = await sequencesFromTable(csv(walks, "streamed.csv"), options);
  for await (const batch of streamBatches(data, { workers: 1, shuffle: false }))
    expect([batch.x, batch.labels]).toEqual([data.batch([0, 1]).x, data.labels]);
  const { train } = splitDataset(data, { fractions: { train: 1 } });
  expect(Array.from(train.lengths!).sort()).toEqual([1, 3]);
});

test.each<[string, string, object, string]>([
  [
    "a second label in a sequence",
    "who,x,answer\na,1,p\na,2,q\n",
    {},
    '"a" has another answer than in row 0',
  ],
  ["a step too many", "who,x,answer\na,1,p\na,2,p\n", { steps: 1 }, '"a" has more than 1 rows'],
  ["a text for a time", "who,x,answer\na,1st,p\n", { order: "x" }, "leaves no column for features"],
  [
    "a time that is no number",
    "who,t,x,answer\na,late,1,p\n",
    { order: "t" },
    'row 0 (line 2), column "t" is "late"',
  ],
  ["a missing value", "who,x,answer\na,,p\n", {}, 'row 0 (line 2), column "x": no value'],
  [
    "a column that is not there",
    "who,x,answer\na,1,p\n",
    { sequence: "whom" },
    'write "who" instead of "whom"',
  ],
  ["the answer among the features", "who,x,answer\na,1,p\n", { features: ["answer"] }, "is to be predicted"],
  ["a misspelt option", "who,x,answer\na,1,p\n", { ordre: "x" }, 'write "order"'],
])("refuses %s", async (_, text, more, message) => {
  const reading = sequencesFromTable(csv(text), { sequence: "who", label: "answer", ...more } as never);
  await expect(reading).rejects.toThrow(message);
});
