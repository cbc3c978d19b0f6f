import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const program = `
import { makeScenes, streamable, streamBatches } from "./lib/data/index.ts";
const scenes = streamable(makeScenes, 8, { imageSize: 16 });
for await (const batch of streamBatches(scenes, { batchSize: 4, workers: 1 })) {
  const until = performance.now() + 800;
  while (performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  break;
}
console.log("after the loop");
`;

test("a program that leaves the loop when every ordered batch has come goes on behind it", () => {
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.stdout).toBe("after the loop\n");
});
