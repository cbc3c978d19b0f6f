import { type BackendName, start } from "../../../lib/backend/index.js";

/** Starts the backend named on the command line, and prints its device, or the error. */
async function main(): Promise<void> {
  const started = start({ backend: process.argv[2] as BackendName, quiet: true });
  console.log(await started.then(({ device }) => device, String));
}

main();
