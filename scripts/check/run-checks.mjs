import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs checks one after the other, a line each, and says at the end which found something.
 *
 * @param {readonly import("./checks.mjs").Check[]} checks
 * @param {string} root
 * @returns {Promise<number>} 0 where all is well, else 1
 */
export async function runChecks(checks, root) {
  console.log(
    `  TypeScript ${version(root, "typescript")} checks; ${version(root, "@tslab/typescript-for-tslab")} reads the types in a cell`,
  );
  let failed = 0;
  for (const { name, run } of checks) {
    const started = performance.now();
    const wrong = await run(root);
    const seconds = `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
    console.log(`  ${name.padEnd(22)} ${wrong === "" ? seconds : "   failed"}`);
    if (wrong === "") continue;
    failed++;
    console.log(`    ${wrong.replaceAll("\n", "\n    ")}`);
  }
  return failed === 0 ? 0 : 1;
}

/** @param {string} root @param {string} name */
function version(root, name) {
  return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
}
