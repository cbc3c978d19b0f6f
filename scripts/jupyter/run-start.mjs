import { performance } from "node:perf_hooks";
import { makeContext } from "../setup/context.mjs";
import { setUp } from "../setup/set-up.mjs";
import { SetupError } from "../setup/setup-error.mjs";
import { courseSteps } from "../setup/steps.mjs";
import { choosePort } from "./free-port.mjs";
import { openJupyter } from "./open-jupyter.mjs";
import { readStartOptions, usage } from "./start-options.mjs";

/**
 * @param {readonly string[]} args - after `npm start --`
 * @returns {Promise<number>} the exit code
 */
export async function runStart(args) {
  try {
    const options = readStartOptions(args);
    if (options.help) {
      console.log(usage);
      return 0;
    }
    // Before the long work, so that a port in use is not found out after it.
    if (!options.setUpOnly) await choosePort(options.port, options.ip);
    const { root } = makeContext();
    console.log(`Deep Pessimist in ${root}`);
    const started = performance.now();
    const context = await setUp(courseSteps);
    console.log(`  set up in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (options.setUpOnly) return 0;
    return await openJupyter(context, { ...options, port: await choosePort(options.port, options.ip) });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return 2;
  }
}
