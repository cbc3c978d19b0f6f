import { type BackendName, start } from "../../../../lib/backend/index.js";
import * as training from "../../../../lib/training/index.js";
import { blobs } from "../../../support/blobs.js";
import { inMemory } from "../../../support/in-memory.js";
import { keepingNetwork } from "./small-trainings.js";

/** Trains a small network for 200 epochs, and prints how many bytes the process takes after the 60th, 80th, … of them. */
async function main([backend, compiled]: string[]): Promise<void> {
  await start({ backend: backend as BackendName, quiet: true });
  const resident: number[] = [];
  const onEpoch = ({ epochs }: { epochs: readonly unknown[] }): void => {
    if (epochs.length < 60 || epochs.length % 20 > 0) return;
    globalThis.gc!();
    resident.push(process.memoryUsage().rss);
  };
  const options = { epochs: 200, batchSize: 32, trainVal: blobs(32, { seed: 1 }), onEpoch };
  await training.fit(keepingNetwork(), inMemory(blobs(80)), { ...options, compiled: compiled === "true" });
  console.log(JSON.stringify(resident));
}

main(process.argv.slice(2));
