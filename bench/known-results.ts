import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backend } from "deep-pessimist";
import { startPeer } from "./contestant.js";
import { type Comparison, compare } from "./known-results/compare.js";
import { leNetOnDigits } from "./known-results/le-net.js";
import { lstmOnTrajectories } from "./known-results/lstm.js";
import { report } from "./known-results/report.js";
import { resNetOnScenes } from "./known-results/res-net.js";
import { peerEnvironment } from "./peer-environment.js";

/**
 * Three results that are known, each over 5 seeds beside the same model in Keras, in this one run.
 *
 * PESSIMIST_BENCH=small trains 2 seeds on a fiftieth of the data: it shows that everything runs, and nothing else.
 */
export async function benchKnownResults(root: string): Promise<string> {
  const small = process.env.PESSIMIST_BENCH === "small";
  const [seeds, share] = small ? [2, 0.02] : [5, 1];
  const { backend: name, version, device } = await backend.start({ quiet: true });
  const python = peerEnvironment(root);
  const program = join(root, "bench", "contestants", "keras_known_results.py");
  const folder = mkdtempSync(join(tmpdir(), "known-results-"));
  const comparisons: Comparison[] = [];
  let description = "";
  try {
    for (const result of [leNetOnDigits, lstmOnTrajectories, resNetOnScenes]) {
      const keras = await startPeer("Keras", [python, program, JSON.stringify(result.peer)]);
      description = `${keras.description}; ours: ${name} ${version}, ${device}`;
      try {
        comparisons.push(await compare(result, keras, { seeds, share, folder }));
      } finally {
        await keras.leave();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return report(comparisons, description, small ? " A small run: its numbers mean nothing." : "");
}
