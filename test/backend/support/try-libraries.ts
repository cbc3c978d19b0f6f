import { start } from "../../../lib/backend/index.js";

/** For each folder on the command line: what comes of starting the TensorFlow in it, as one JSON line. */
async function main(): Promise<void> {
  for (const folder of process.argv.slice(2)) {
    process.env.PESSIMIST_TENSORFLOW = folder;
    const outcome = await start({ backend: "tensorflow", quiet: true }).then(
      ({ version }) => version,
      String,
    );
    console.log(JSON.stringify(outcome));
  }
}

main();
