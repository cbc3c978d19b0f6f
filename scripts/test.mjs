// npm test: sets up what the tests need, then runs the checks and every test. `npm test -- test/core` runs some.
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { quickChecks } from "./check/checks.mjs";
import { countTests } from "./check/count-tests.mjs";
import { runChecks } from "./check/run-checks.mjs";
import { setUp } from "./setup/set-up.mjs";
import { testSteps } from "./setup/steps.mjs";

const { root } = await setUp(testSteps);
const checked = await runChecks(quickChecks, root);

const report = join(root, ".cache", "vitest.json");
rmSync(report, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    ...[
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);
const { passed, failed } = countTests(report);
if (checked !== 0) console.log("The checks above failed.");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && checked === 0 && failed === 0 && passed > 0 ? 0 : 1;
