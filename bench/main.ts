// Races the project against its peers on the same work in one run. Usage: npm run bench [-- NAME…]
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchAugmentation } from "./augmentation.js";
import { benchDecomposition } from "./decomposition.js";
import { benchEngine } from "./engine.js";
import { benchFit } from "./fit.js";
import { benchFreshClone } from "./fresh-clone.js";
import { benchKernel } from "./kernel.js";
import { benchKnownResults } from "./known-results.js";
import { benchLabelNoise } from "./label-noise.js";
import { benchLeNet } from "./le-net.js";
import { benchModels } from "./models.js";
import { benchNextSteps } from "./next-steps.js";
import { benchScenes } from "./scenes.js";
import { benchSearch, benchSearchGp } from "./search.js";
import { benchSearchQueue } from "./search-queue.js";
import { benchSearchRecorded } from "./search-recorded.js";
import { benchSearchRounds } from "./search-rounds.js";
import { benchSearchStore } from "./search-store.js";
import { benchSensitivity } from "./sensitivity.js";
import { benchSlices } from "./slices.js";
import { benchStreaming } from "./streaming.js";

const benches: Record<string, (root: string) => Promise<string>> = {
  "le-net": benchLeNet,
  engine: benchEngine,
  models: benchModels,
  augmentation: benchAugmentation,
  fit: benchFit,
  sensitivity: benchSensitivity,
  streaming: benchStreaming,
  "search-queue": benchSearchQueue,
  "search-store": benchSearchStore,
  kernel: benchKernel,
  "known-results": benchKnownResults,
  scenes: benchScenes,
  decomposition: benchDecomposition,
  "next-steps": benchNextSteps,
  search: benchSearch,
  "search-gp": benchSearchGp,
  "search-rounds": benchSearchRounds,
  "search-recorded": benchSearchRecorded,
  "fresh-clone": benchFreshClone,
  slices: benchSlices,
  "label-noise": benchLabelNoise,
};

const root = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(
    `There is no bench "${unknown}".\n  Expected: one of ${Object.keys(benches).join(", ")}.\n  To fix:   npm run bench -- le-net`,
  );
  process.exit(2);
}

mkdirSync(join(root, "bench", "results"), { recursive: true });
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const machine = `${cpus().length} cores, ${cpus()[0]!.model.trim()}; Node ${process.version}`;
  const text = `${await benches[name]!(root)}\n\nMeasured on ${machine}, by \`npm run bench -- ${name}\`.\n`;
  console.log(`\n${text}`);
  writeFileSync(join(root, "bench", "results", `${name}.md`), text);
}
