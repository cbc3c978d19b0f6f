import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Leaves a stream after some batches, each of which keeps the thread busy for two milliseconds, as a training step does. */
const program = (batches: number): string => `
import { makeScenes, streamBatches } from "./lib/data/index.ts";
const scenes = makeScenes(4000, { imageSize: 16 });
let seen = 0;
for await (const batch of streamBatches(scenes, { batchSize: 4, workers: 1, prefetch: 3 })) {
  const until = performance.now() + 2;
  while (performance.now() < until);
  if (++seen === ${batches}) break;
}
console.log("after the loop");
`;

test.each([1, 50, 131])(
  "a program that leaves a stream after %i batches goes on behind the loop",
  (batches) => {
    const args = ["--import", "tsx", "--input-type=module", "-e", program(batches)];
    const run = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout).toBe("after the loop\n");
  },
);
