import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { start } from "../../lib/backend/index.js";

test("start() takes native TensorFlow and reports its version, device, reason and measured speed", async () => {
  const report = await start();
  expect(report).toMatchObject({
    backend: "tensorflow",
    version: expect.stringMatching(/^2\.\d+\.\d+/),
    node: process.versions.node,
  });
  expect(report.device).toMatch(/^(CPU|GPU: .+)$/);
  expect(report.why).toContain("libtensorflow");
  expect(report.samplesPerSecond).toBeGreaterThan(10);
  for (const part of [report.version, report.device, report.why]) expect(report.summary).toContain(part);
});

test("the report has the fields that setup and doctor print as JSON", async () => {
  const report = await start({ backend: "cpu", quiet: true });
  expect(Object.keys(report).sort()).toEqual([
    "backend",
    "device",
    "node",
    "samplesPerSecond",
    "summary",
    "version",
    "why",
  ]);
});

test("start() again gives the same report, and the measurement leaves no tensor behind", async () => {
  const first = await start();
  const tensors = tf.memory().numTensors;
  expect(await start()).toEqual(first);
  expect([tf.getBackend(), tf.memory().numTensors, tensors]).toEqual(["tensorflow", 0, 0]);
});

test("starts at the same time follow each other: the last one is current", async () => {
  const reports = await Promise.all(
    (["wasm", "tensorflow", "cpu"] as const).map((backend) => start({ backend, quiet: true })),
  );
  expect(reports.map(({ backend }) => backend)).toEqual(["wasm", "tensorflow", "cpu"]);
  expect(tf.getBackend()).toBe("cpu");
});

test("a quiet start measures no speed", async () => {
  const { samplesPerSecond, summary } = await start({ backend: "wasm", quiet: true });
  expect([samplesPerSecond, summary.includes("samples/s")]).toEqual([undefined, false]);
});

test("a misspelt option is refused with the one that was meant", async () => {
  await expect(start({ bakcend: "wasm" } as object)).rejects.toThrow('write "backend" instead of "bakcend"');
});

test("start({ backend: 'gpu' }) does not compile", async () => {
  // @ts-expect-error
  await expect(start({ backend: "gpu" })).rejects.toThrow("which is no backend");
});
