import { expect, test } from "vitest";
import { runProgram } from "./support/run-program.js";

test("no backend writes a word to stderr", () => {
  const { code, stdout, stderr } = runProgram("print-report.ts", { args: ["tensorflow", "wasm", "cpu"] });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.trim().split("\n").length).toBe(3);
});

test("PESSIMIST_VERBOSE=1 lets TensorFlow speak", () => {
  const env = { PESSIMIST_VERBOSE: "1", TF_CPP_MIN_LOG_LEVEL: "0" };
  expect(runProgram("print-report.ts", { args: ["tensorflow"], env }).stderr).not.toBe("");
});

test("native TensorFlow starts in a worker thread too, as silently", () => {
  const { code, stdout, stderr } = runProgram("start-in-worker.ts");
  expect([code, stdout, stderr]).toEqual([0, "main tensorflow\nworker tensorflow\n", ""]);
});
