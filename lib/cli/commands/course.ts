import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { type Command, couldNotRun, fine, foundSomething } from "../command.js";
import { parseArguments } from "../parse-arguments.js";

const usage = `
Usage: deep-pessimist course [NAME…] [--out FOLDER] [--json]

Runs the notebooks of the course from top to bottom without a browser, and writes them as a site
that opens from a file. Works in a clone of the course.

  NAME           the beginning of a notebook's name, such as 01; defaults to all
  --out FOLDER   where the site goes; defaults to ./site
  --json         print one object a notebook, as JSON
  -h, --help     print this

Exit code: 0 when every cell of every notebook ran, 1 when one failed, 2 when it could not run.

Example: npx deep-pessimist course 00 01
`;

/** `deep-pessimist course`. */
export const command: Command = {
  name: "course",
  summary: "run the notebooks without a browser and write them as a site",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("course", args, { out: { type: "string" } });
    const program = resolve("scripts", "course.mjs");
    if (!existsSync(program) || !existsSync("notebooks"))
      throw new UsageError({
        got: `no notebooks in ${process.cwd()}.`,
        expected: "a clone of the course.",
        fix: "go to the folder of the clone and repeat.",
      });
    const out = values.out === undefined ? [] : ["--out", values.out];
    const json = values.json ? ["--json"] : [];
    const { status } = spawnSync(process.execPath, [program, ...positionals, ...out, ...json], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return status === 0 ? fine : status === 1 ? foundSomething : couldNotRun;
  },
};
