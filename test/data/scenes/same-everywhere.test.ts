import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../../lib/data/scenes");

test("scenes are computed with +, −, ×, ÷ and √ alone, which are the same to the last bit on every platform", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const exact = ["abs", "ceil", "floor", "imul", "max", "min", "round", "sqrt"];
  const used = files.flatMap((file) => {
    const code = readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    const calls = Array.from(code.matchAll(/Math\.(\w+)/g), ([, name]) => name!);
    return [...calls.filter((name) => !exact.includes(name)).map((name) => `${file}: Math.${name}`)].concat(
      // A power of two is exact; any other is not.
      Array.from(code.matchAll(/(\S+) \*\* /g), ([, base]) => base!)
        .filter((base) => base !== "2")
        .map((base) => `${file}: ${base} **`),
    );
  });
  expect(files.length).toBeGreaterThan(80);
  expect(used).toEqual([]);
});
