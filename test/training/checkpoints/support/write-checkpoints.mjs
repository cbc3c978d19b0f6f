// Writes one checkpoint after the other into a folder, for ever, and says which one is written. Each is filled with its step.
// Usage: node write-checkpoints.mjs MODULE FOLDER NUMBERS
import { writeSync } from "node:fs";

const [module, folder, numbers] = process.argv.slice(2);
const { openCheckpointFolder } = await import(String(module));
try {
  const store = await openCheckpointFolder(String(folder));
  for (let step = ((await store.read())?.state.step ?? 0) + 1; ; step++) {
    const values = new Float32Array(Number(numbers)).fill(step);
    const weights = [{ name: "weights", dtype: "float32", shape: [values.length], values }];
    await store.write({ identity: {}, state: { step }, weights, optimizer: [], best: [] });
    writeSync(1, `${step}\n`);
  }
} catch (error) {
  writeSync(1, `${String(error)}\n`);
}
