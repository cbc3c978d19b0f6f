import * as tf from "@tensorflow/tfjs";
import { type BackendName, start } from "../../../lib/backend/index.js";

/** Starts each backend named on the command line, or the best, uses it, and prints its report as one JSON line. */
async function main(): Promise<void> {
  const names = process.argv.slice(2) as BackendName[];
  for (const options of names.length === 0 ? [{}] : names.map((backend) => ({ backend }))) {
    const report = await start({ ...options, quiet: true });
    const product = tf.tidy(() => tf.matMul([[1, 2]], [[3], [4]]).arraySync());
    console.log(JSON.stringify({ ...report, product }));
  }
}

main();
