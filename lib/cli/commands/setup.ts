import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { type Command, fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { asUsageError } from "../setup/as-usage-error.js";
import { loadSetup } from "../setup/load-setup.js";

const usage = `
Usage: deep-pessimist setup [--python PATH] [--jupyter] [--json]

Makes a Python environment in ./.venv with TensorFlow's shared libraries, which the library then
uses instead of WebAssembly. What is done already is skipped, and nothing of yours is removed.

  --python PATH  the Python to make it with, 3.10 to 3.13; defaults to the first that fits on PATH
  --jupyter      adds JupyterLab and the TypeScript kernel
  --json         print the steps as JSON
  -h, --help     print this

Exit code: 0 when all is set up, 2 when it could not be.

Example: npx deep-pessimist setup
`;

/** `deep-pessimist setup`. */
export const command: Command = {
  name: "setup",
  summary: "make ./.venv with TensorFlow's libraries (and JupyterLab)",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("setup", args, {
      python: { type: "string" },
      jupyter: { type: "boolean", default: false },
    });
    if (positionals[0] !== undefined)
      throw new UsageError({
        got: `deep-pessimist setup got "${positionals[0]}".`,
        expected: "options only.",
        fix: "see deep-pessimist setup --help.",
      });
    const setup = await loadSetup();
    const python = values.python === undefined ? {} : { python: asCommand(values.python) };
    const context = setup.makeContext({ root: process.cwd(), ...python });
    const collected = setup.collectingReporter();
    const steps = values.jupyter ? setup.projectCourseSteps : setup.projectSteps;
    try {
      await setup.runSteps(steps, context, values.json ? collected : setup.textReporter());
    } catch (error) {
      throw asUsageError(error);
    }
    if (values.json) console.log(JSON.stringify({ steps: collected.steps }, null, 2));
    return fine;
  },
};

/** A path counts from here; a bare name, such as python3.12, is looked for on the PATH. */
function asCommand(python: string): string {
  return /[\\/]/.test(python) ? resolve(python) : python;
}
