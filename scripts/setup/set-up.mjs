import { makeContext } from "./context.mjs";
import { runSteps } from "./run-steps.mjs";
import { SetupError } from "./setup-error.mjs";
import { abortOnInterrupt } from "./support/interrupt.mjs";
import { textReporter } from "./support/reporter.mjs";

/** Exit code of a command that could not do its work, as everywhere in this project. */
const couldNotRun = 2;
/** As shells report an end by Ctrl-C. */
const interrupted = 130;

/**
 * Runs steps for a command of ours: shows them, prints what stands in the way, and ends the process where
 * something does.
 *
 * @param {readonly import("./step.mjs").Step[]} steps
 * @param {Partial<import("./context.mjs").Context>} [overrides]
 * @returns {Promise<import("./context.mjs").Context>}
 */
export async function setUp(steps, overrides = {}) {
  const { signal, restore } = abortOnInterrupt();
  const context = makeContext({ signal, ...overrides });
  try {
    await runSteps(steps, context, textReporter());
    return context;
  } catch (error) {
    if (signal.aborted) {
      console.error("\nStopped. The next set-up goes on from here.");
      process.exit(interrupted);
    }
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exit(couldNotRun);
  } finally {
    restore();
  }
}
