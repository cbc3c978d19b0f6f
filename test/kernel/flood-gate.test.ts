import { expect, test } from "vitest";
import { FloodGate } from "../../lib/kernel/flood-gate.js";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join("");

test("what a page bears passes whole, and nothing is left for the end", () => {
  const gate = new FloodGate();
  expect(gate.take(lines(0, 10_000))).toBe(lines(0, 10_000));
  expect(gate.rest()).toBe("");
});

test("of a flood the beginning and the end are shown, whole lines, and the rest is counted", () => {
  const gate = new FloodGate();
  const passed = Array.from({ length: 1000 }, (_, i) => gate.take(lines(i * 1000, (i + 1) * 1000))).join("");
  const [note, ...end] = gate.rest().trimEnd().split("\n");
  const shown = passed.split("\n").length - 1 + end.length;
  expect(passed).toMatch(/^line 0\n[\s\S]*\d\n$/);
  expect(note).toBe(`… ${(1_000_000 - shown).toLocaleString("en")} lines left out …`);
  expect(end.at(-1)).toBe("line 999999");
  expect(gate.rest()).toBe("");
});
