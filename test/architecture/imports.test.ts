import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Who may import whom inside lib/ (docs/architecture.md). Absent means no. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  backend: ["core"],
  data: ["core"],
  decomposition: ["core"],
  search: ["core"],
  plots: ["core"],
  models: ["core", "backend"],
  training: ["core", "backend", "data", "models"],
  debugging: ["core", "backend", "data", "models", "training"],
  improvement: ["core", "backend", "data", "models", "training", "decomposition"],
  kernel: ["core", "plots"],
  course: ["core", "plots"],
};

/** Folders that start in milliseconds: they take and give typed arrays and never touch TensorFlow. */
const withoutTensors = ["core", "data", "decomposition", "search", "plots", "course"];

interface Import {
  file: string;
  from: string;
  target: string;
}

function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/`[^`]*`/g, "``"); // a text in backticks may show a reader's program
  const specifiers = code.matchAll(/(?:from\s+|import\s+|import\(\s*)"([^"]+)"/g);
  return [...specifiers].map((match) => ({ file, from: file.split("/")[0]!, target: match[1]! }));
}

/** What is wrong with one import, or nothing. */
function complaint({ file, from, target }: Import): string | undefined {
  const to = /^(?:\.\.\/)+(\w+)\//.exec(target)?.[1];
  const sibling = to === undefined || !(to in mayImport) || to === from || from === "cli";
  if (!sibling && !mayImport[from]!.includes(to))
    return `lib/${file} imports ${to}/; ${from}/ may import ${mayImport[from]!.join(", ") || "nothing"}.`;
  if (withoutTensors.includes(from) && target.startsWith("@tensorflow/"))
    return `lib/${file} imports ${target}; ${from}/ never touches TensorFlow.`;
  if (target.startsWith(".") && !target.endsWith(".js"))
    return `lib/${file} imports "${target}" without ".js".`;
  return undefined;
}

const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
  /\/.*\.ts$/.test(file),
);
const imports = files.flatMap((file) => importsOf(file, readFileSync(`lib/${file}`, "utf8")));

test("lib/ imports run one way", () => {
  expect(imports.map(complaint).filter((text) => text !== undefined)).toEqual([]);
});

test("a planted import against the direction is named", () => {
  const [planted] = importsOf("data/scene.ts", 'import { fit } from "../training/index.js";');
  expect(complaint(planted!)).toBe("lib/data/scene.ts imports training/; data/ may import core.");
});

test("a planted import of TensorFlow into decomposition/ is named", () => {
  const [planted] = importsOf("decomposition/ladder.ts", 'import * as tf from "@tensorflow/tfjs";');
  expect(complaint(planted!)).toContain("never touches TensorFlow");
});

test("no files of lib/ import each other in a circle", () => {
  const edges = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { file, target } of imports)
    if (target.startsWith("."))
      edges.get(file)!.push(new URL(target.replace(/\.js$/, ".ts"), `file:///${file}`).pathname.slice(1));
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    done.add(file);
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    return [];
  };
  expect(files.flatMap((file) => visit(file, []))).toEqual([]);
});
