import { existsSync, readFileSync } from "node:fs";

/**
 * How many tests passed and failed. A file of tests that could not even be loaded counts as one that failed.
 *
 * @param {string} report - vitest's JSON
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
