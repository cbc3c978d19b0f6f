import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  findLabelIssues,
  type LabelFilter,
  type LabelScore,
  labelQuality,
} from "../../../lib/decomposition/index.js";
import { confidentJoint } from "../../../lib/decomposition/label-noise/confident-joint.js";

interface Golden {
  classes: number;
  labels: number[];
  probabilities4096: number[];
  joint: number[][];
  issues: Record<LabelFilter, number[]>;
  quality: Record<LabelScore, number[]>;
}

/** What cleanlab says: fixtures/make_golden.py. */
const golden = JSON.parse(
  readFileSync("test/decomposition/label-noise/fixtures/cleanlab.json", "utf8"),
) as Golden[];

const logOf = ({ classes, labels, probabilities4096 }: Golden) => ({
  ...{ split: "train", tags: {}, labels: Int32Array.from(labels) },
  ids: labels.map((_, row) => `image ${row}`),
  probabilities: Float32Array.from(probabilities4096, (share) => share / 4096),
  classes: Array.from({ length: classes }, (_, k) => `class ${k}`),
});

describe.each(golden)("of $classes classes, as in cleanlab", (wanted) => {
  const log = logOf(wanted);

  test("the confident joint is the same", () => {
    expect(confidentJoint(log).counts).toEqual(wanted.joint);
  });

  test.each(Object.keys(wanted.issues) as LabelFilter[])("%s flags the same labels", (filter) => {
    const rows = findLabelIssues(log, { filter }).map(({ row }) => row);
    expect(rows.sort((a, b) => a - b)).toEqual(wanted.issues[filter]);
  });

  test.each(Object.keys(wanted.quality) as LabelScore[])("%s is the same", (score) => {
    const scored = labelQuality(log, score).subarray(0, wanted.quality[score].length);
    expect(scored).toBeAllClose(wanted.quality[score], { rtol: 1e-12 });
  });
});

test("issues come with the lowest quality first, and the label that the model would give", () => {
  const log = logOf(golden[0]!);
  const issues = findLabelIssues(log, { filter: "both", score: "normalized-margin" });
  const qualities = issues.map(({ quality }) => quality);
  expect(qualities).toEqual([...qualities].sort((a, b) => a - b));
  for (const { given, suggested } of issues) expect(suggested).not.toBe(given);
});

test("a class without labels is nobody's, and one label of a class stays", () => {
  const log = logOf(golden[0]!);
  const without = { ...log, labels: log.labels.map((label) => (label === 2 ? 1 : label)) };
  const { counts, thresholds } = confidentJoint(without);
  expect(counts.map((row) => row[2])).toEqual([0, 0, 0]);
  expect(thresholds[2]).toBe(2);
  const once = { ...log, labels: log.labels.map((label, row) => (label === 2 && row > 2 ? 1 : label)) };
  expect(findLabelIssues(once, { filter: "both" }).some(({ given }) => given === "class 2")).toBe(false);
});

test.each([
  [{ filter: "prune-by-clas" }, 'write "prune-by-class"'],
  [{ score: "margin" }, "normalized-margin"],
  [{ filters: "both" }, 'write "filter"'],
])("findLabelIssues refuses %j", (options, message) => {
  expect(() => findLabelIssues(logOf(golden[0]!), options as object)).toThrow(message);
});
