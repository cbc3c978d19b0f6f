import { expect, test } from "vitest";
import { progressFile, seed } from "../../lib/course/index.js";

test("progress lies in the user's data folder, or where PESSIMIST_HOME says", () => {
  expect(progressFile({ PESSIMIST_HOME: "/tmp/x" }, "linux")).toBe("/tmp/x/progress.db");
  expect(progressFile({ HOME: "/home/a" }, "linux")).toBe("/home/a/.local/share/deep-pessimist/progress.db");
  expect(progressFile({ HOME: "/home/a", XDG_DATA_HOME: "/data" }, "linux")).toBe(
    "/data/deep-pessimist/progress.db",
  );
  expect(progressFile({ HOME: "/Users/a" }, "darwin")).toContain(
    "Library/Application Support/deep-pessimist",
  );
  expect(progressFile({ APPDATA: "C:/a" }, "win32")).toContain("C:/a/deep-pessimist");
});

test("a notebook's seed is 0, or what PESSIMIST_SEED says", () => {
  expect([seed({}), seed({ PESSIMIST_SEED: "7" })]).toEqual([0, 7]);
  expect(() => seed({ PESSIMIST_SEED: "-1" })).toThrow('PESSIMIST_SEED is "-1"');
});
