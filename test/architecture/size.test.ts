import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lines = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, lines: readFileSync(`lib/${file}`, "utf8").split("\n").length - 1 }));

test("no file of lib/ is above 250 lines", () => {
  expect(lines.filter((row) => row.lines > 250)).toEqual([]);
});

test("half of lib/'s files are under 80 lines", () => {
  const sorted = lines.map((row) => row.lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

test("every file of lib/ is kebab-case", () => {
  expect(lines.filter(({ file }) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.ts$/.test(file))).toEqual([]);
});

test("nothing in lib/ draws from Math.random", () => {
  const guilty = lines.filter(({ file }) => readFileSync(`lib/${file}`, "utf8").includes("Math.random"));
  expect(guilty).toEqual([]);
});
