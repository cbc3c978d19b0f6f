import { expect, test } from "vitest";
import { refuseFullMemory } from "../../../lib/backend/wasm/refuse-full-memory.js";

const moduleWith = (malloc: (bytes: number) => number) => {
  const module = { _malloc: malloc, HEAPU8: new Uint8Array(2 ** 20) };
  refuseFullMemory(module);
  refuseFullMemory(module);
  return module;
};

test("a full heap is an error that names both sizes, not address 0", () => {
  expect(() => moduleWith(() => 0)._malloc(3 * 2 ** 20)).toThrow(
    /full: 3 MB more were asked for, its size is 1 MB/,
  );
});

test("memory that is there is handed out", () => {
  expect(moduleWith((bytes) => bytes + 8)._malloc(16)).toBe(24);
});

test("nothing can be asked for", () => {
  expect(moduleWith(() => 0)._malloc(0)).toBe(0);
});
