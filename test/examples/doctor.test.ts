import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** The command as a user runs it, from the built library. Written in the repository, so that imports resolve. */
const folder = mkdtempSync(join(process.cwd(), "test", "examples", "tmp-"));
afterAll(() => rmSync(folder, { recursive: true }));

function doctor(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "doctor", ...args], {
    encoding: "utf8",
    timeout: 100_000,
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("doctor examples/digits.ts says clean, with exit code 0", () => {
  const { status, stdout } = doctor("examples/digits.ts");
  expect(stdout).toMatch(/^clean: nothing wrong was found\./);
  expect(status).toBe(0);
});

test.each([
  ["labels-shifted", "labels-misaligned"],
  ["softmax-twice", "double-softmax"],
  ["pixels-unscaled", "input-not-normalized"],
])("doctor examples/faulty/%s.ts --json names %s, with exit code 1", (name, code) => {
  const { status, stdout } = doctor(`examples/faulty/${name}.ts`, "--json", "--seed", "1");
  const { verdict, findings } = JSON.parse(stdout);
  expect({ status, verdict, code: findings[0].code }).toEqual({ status: 1, verdict: "faulty", code });
});

test("doctor examines a CommonJS file, whose prints stay out of the JSON", () => {
  const path = file(
    "common.cjs",
    `const tf = require("@tensorflow/tfjs");
     console.log("making the model");
     const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], activation: "softmax" })] });
     module.exports = { model, optimizer: "sgd", loss: "binaryCrossentropy", train: { x: [[0], [1]], y: [0, 1] } };`,
  );
  const { status, stdout, stderr } = doctor(path, "--json");
  expect(JSON.parse(stdout).findings[0].code).toBe("single-unit-softmax");
  expect(stderr).toContain("making the model");
  expect(status).toBe(1);
});

test("doctor shows the user's own line when a file throws, and no frame of a library", () => {
  const path = file(
    "throws.ts",
    'import * as tf from "@tensorflow/tfjs";\n\nconst x: tf.Tensor = tf.tensor2d([1, 2, 3], [2, 2]);\nexport default x;\n',
  );
  const { status, stderr } = doctor(path);
  expect(stderr).toContain("3 | const x: tf.Tensor = tf.tensor2d([1, 2, 3], [2, 2]);");
  expect(stderr).not.toContain("node_modules");
  expect(status).toBe(2);
});

test.each([
  [
    "throws-later.ts",
    "export default () => {\n  throw new Error('no data here');\n};",
    /no data here\s[\s\S]*2 \| {3}throw/,
  ],
  ["syntax.ts", "export default {;", /threw: [\s\S]*1 \| export default \{;/],
  ["nothing.ts", "export const model = 3;", /no default export; it exports model/],
  ["number.ts", "export default 3;", /default export that is a number/],
  ["half.ts", "export default { loss: 'meanSquaredError' };", /without model, optimizer, train/],
  ["exits.ts", "process.exit(0);", /ended early, by exit code 0/],
  [
    "hangs.mts",
    "await new Promise(() => setInterval(() => {}, 1000)); export default {};",
    /not ready after 4 s/,
  ],
])("doctor says what is wrong with %s, with exit code 2", (name, text, message) => {
  const { status, stdout, stderr } = doctor(file(name, text), "--timeout", name === "hangs.mts" ? "4" : "60");
  expect(stderr).toMatch(message);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

test.each([
  [["missing.ts"], /there is no file missing\.ts/],
  [["examples"], /is a folder/],
  [[], /got 0 files/],
  [["examples/digits.ts", "--sede", "1"], /write --seed/],
  [["examples/digits.ts", "--seed", "one"], /--seed is "one"/],
])("doctor %j says what was expected, with exit code 2", (args, message) => {
  const { status, stderr } = doctor(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
