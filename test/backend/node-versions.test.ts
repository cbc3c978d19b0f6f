import { expect, test } from "vitest";
import { nodeBinary } from "../support/node-binary.js";
import { runProgram } from "./support/run-program.js";

test.each([20, 22, 24])(
  "on Node %i native TensorFlow starts, trains and exits without a word on stderr",
  (major) => {
    const { code, stdout, stderr } = runProgram("train-a-little.ts", { node: nodeBinary(major) });
    expect([code, stderr]).toEqual([0, ""]);
    const { backend, node: version, losses, top } = JSON.parse(stdout);
    expect([backend, version.split(".")[0], top]).toEqual(["tensorflow", String(major), [1, 2]]);
    expect(losses.at(-1)).toBeLessThan(losses[0] / 2);
  },
  300_000,
);
