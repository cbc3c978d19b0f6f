import { expect, test } from "vitest";
import { summarize } from "../../lib/backend/backend-report.js";

const facts = {
  backend: "tensorflow",
  version: "2.21.0",
  device: "CPU",
  why: "It runs.",
  samplesPerSecond: 3241.3,
  node: "22.1.0",
} as const;

test("the summary says backend, device, speed to two digits, and why", () => {
  expect(summarize(facts).summary).toBe(
    "Backend: tensorflow (TensorFlow 2.21.0) on CPU, Node 22.1.0\nSpeed:   LeNet trains on about 3,200 samples/s (32×32×3, batch 32)\nWhy:     It runs.",
  );
});

test("without a measurement the summary claims no speed", () => {
  expect(summarize({ ...facts, samplesPerSecond: undefined }).summary).toBe(
    "Backend: tensorflow (TensorFlow 2.21.0) on CPU, Node 22.1.0\nWhy:     It runs.",
  );
});
