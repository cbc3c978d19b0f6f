import { runNode } from "./run-node.mjs";
import { unreadableDeclarations } from "./unreadable-declarations.mjs";

/**
 * One check: its name, and what is wrong, as text; nothing where all is well.
 *
 * @typedef {{ name: string, run: (root: string) => Promise<string> }} Check
 */

/** @type {Check[]} */
export const quickChecks = [
  {
    name: "types",
    run: (root) => runNode(root, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.check.json"]),
  },
  {
    name: "types of the course",
    run: (root) => runNode(root, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.course.json"]),
  },
  { name: "types in a cell", run: unreadableDeclarations },
  {
    name: "lint and format",
    run: (root) => runNode(root, ["node_modules/@biomejs/biome/bin/biome", "check", "--max-diagnostics=40"]),
  },
  { name: "notebooks", run: (root) => runNode(root, ["scripts/notebooks.mjs", "--check"]) },
];

/** @type {Check[]} */
export const checks = [
  ...quickChecks,
  {
    name: "architecture, docs",
    run: (root) => runNode(root, ["node_modules/vitest/vitest.mjs", "run", "test/architecture", "test/docs"]),
  },
];
