import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { type Command, fine, foundSomething } from "../command.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";

const usage = `
Usage: deep-pessimist doctor FILE [options]

Examines a training program and names what is wrong with it, most likely cause first: data,
labels, last layer, loss, alignment of labels and samples, initial loss, and whether one batch
can be learnt by heart. The program's weights stay as they are.

  FILE                TypeScript or JavaScript whose default export is a training program,
                      { model, optimizer, loss, train: { x, y } }, or a function of a seed that
                      returns one. What it prints goes to standard error
  --seed N            given to that function, and used to draw samples; default 0
  --timeout SECONDS   that FILE may take to make its model and data; default 120
  --json              print the diagnosis as JSON
  -h, --help          print this

Exit code: 0 clean, 1 faulty, 2 could not examine it.

Example: deep-pessimist doctor examples/digits.ts
`;

/** `deep-pessimist doctor`. */
export const command: Command = {
  name: "doctor",
  summary: "examine a training program and name what is wrong with it",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("doctor", args, {
      seed: { type: "string", default: "0" },
      timeout: { type: "string", default: "120" },
    });
    const seed = numberOption("seed", values.seed);
    const timeout = numberOption("timeout", values.timeout);
    const file = theFile(positionals);
    const { examineInChild } = await import("../doctor/examine-in-child.js");
    const diagnosis = await examineInChild(
      { file, seed },
      {
        timeout,
        onProgress: (message) => {
          if (message.kind === "backend") console.error(message.summary);
          if (message.kind === "check" && process.stderr.isTTY) console.error(`… ${message.name}`);
        },
      },
    );
    const { formatDiagnosis } = await import("../../debugging/format-diagnosis.js");
    console.log(values.json ? JSON.stringify(diagnosis, null, 2) : formatDiagnosis(diagnosis));
    return diagnosis.verdict === "clean" ? fine : foundSomething;
  },
};

function theFile(positionals: readonly string[]): string {
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new UsageError({
      got: `deep-pessimist doctor got ${positionals.length} files.`,
      expected: "one file.",
      fix: "write deep-pessimist doctor FILE.ts.",
    });
  const file = resolve(given);
  if (existsSync(file) && statSync(file).isFile()) return file;
  throw new UsageError({
    got: existsSync(file) ? `${given} is a folder.` : `there is no file ${given} (looked at ${file}).`,
    expected: "a TypeScript or JavaScript file with a training program.",
    fix: "check the path; it is taken from the folder you are in.",
  });
}
