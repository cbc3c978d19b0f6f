import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { nodeBinary } from "../support/node-binary.js";

const program = "test/data/support/print-hash.ts";

test("scenes, trajectories, augmentations and label noise have the same bytes on Node 20, 22 and 24", () => {
  const hashes = [20, 22, 24].map((major) =>
    execFileSync(nodeBinary(major), ["--import", "tsx", program], {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    }).trim(),
  );
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(hashes).size).toBe(1);
}, 300_000);
