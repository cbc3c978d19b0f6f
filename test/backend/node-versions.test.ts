import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "./support/run-program.js";

/** The binary of a Node version, from the npm package that carries it; installed on first use. */
function nodeBinary(major: number): string {
  const folder = resolve(".cache", "node", String(major));
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["install", "--no-save", "--prefix", folder, `${name}@${major}`], { stdio: "ignore" });
  return binary;
}

test.each([20, 22, 24])(
  "on Node %i native TensorFlow starts, trains and exits without a word on stderr",
  (major) => {
    const node = process.versions.node.startsWith(`${major}.`) ? process.execPath : nodeBinary(major);
    const { code, stdout, stderr } = runProgram("train-a-little.ts", { node });
    expect([code, stderr]).toEqual([0, ""]);
    const { backend, node: version, losses, top } = JSON.parse(stdout);
    expect([backend, version.split(".")[0], top]).toEqual(["tensorflow", String(major), [1, 2]]);
    expect(losses.at(-1)).toBeLessThan(losses[0] / 2);
  },
  300_000,
);
