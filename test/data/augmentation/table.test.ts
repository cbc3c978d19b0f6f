import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { augmentations } from "../../../lib/data/index.js";

test("docs/augmentation.md has a line for every op, and for no other", () => {
  const rows = readFileSync("docs/augmentation.md", "utf8").matchAll(/^\| `(\w+)` \|/gm);
  expect([...rows].map(([, name]) => name!).sort()).toEqual(Object.keys(augmentations).sort());
});
