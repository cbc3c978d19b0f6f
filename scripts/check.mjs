// npm run check: what can be found wrong without running the library at length.
import "./node-version.mjs";
import { checks } from "./check/checks.mjs";
import { runChecks } from "./check/run-checks.mjs";
import { setUp } from "./setup/set-up.mjs";
import { buildSteps } from "./setup/steps.mjs";

const { root } = await setUp(buildSteps);
process.exitCode = await runChecks(checks, root);
