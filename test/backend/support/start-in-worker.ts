import { isMainThread, Worker } from "node:worker_threads";
import { start } from "../../../lib/backend/index.js";

/** Starts native TensorFlow in this thread, and then in a worker of this thread; prints what ran in each. */
async function main(): Promise<void> {
  const { backend } = await start({ quiet: true });
  console.log(`${isMainThread ? "main" : "worker"} ${backend}`);
  const load = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${JSON.stringify(import.meta.url)}, "file:///"))`;
  if (isMainThread) new Worker(load, { eval: true });
}

main();
