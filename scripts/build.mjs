// npm run build: compiles lib/ to dist/, where something changed.
import "./node-version.mjs";
import { setUp } from "./setup/set-up.mjs";
import { buildSteps } from "./setup/steps.mjs";

await setUp(buildSteps);
