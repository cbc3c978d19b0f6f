import { expect, test } from "vitest";
import { assertFitsInMemory } from "../../lib/data/assert-fits-in-memory.js";
import { keepInMemory, makeScenes } from "../../lib/data/index.js";

test("assertFitsInMemory says how much is needed, how much is free, and offers streaming", () => {
  expect(() => assertFitsInMemory("keepInMemory", 37_632_000_000, 8_000_000_000)).toThrow(
    /needs 37\.6 GB of memory\.[\s\S]*8\.0 GB[\s\S]*streamBatches/,
  );
  expect(() => assertFitsInMemory("keepInMemory", 7_000_000, 8_000_000)).not.toThrow();
});

test("keepInMemory refuses a set beyond any memory before a pixel is drawn", () => {
  expect(() => keepInMemory(makeScenes(100_000_000, { imageSize: 224 }))).toThrow("needs 15.1 TB of memory.");
});
