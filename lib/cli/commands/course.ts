import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { type Command, couldNotRun, fine, foundSomething } from "../command.js";
import { parseArguments } from "../parse-arguments.js";

const usage = `
Usage: deep-pessimist course [NAME…] [--out FOLDER] [--seed N] [--unplugged] [--json]
       deep-pessimist course reset [NUMBER] [--json]

Runs the notebooks of the course from top to bottom without a browser, and writes them as a site
that opens from a file. Works in a clone of the course. Your predictions and exercises are left alone.

reset forgets your predictions and exercises: of one notebook, such as 01, or of all.

  NAME           the beginning of a notebook's name, such as 01; defaults to all
  --out FOLDER   where the site goes; defaults to ./site
  --seed N       of every random choice in the notebooks; defaults to 0
  --unplugged    run in a namespace without a network, where Linux gives one
  --json         print one object a notebook, as JSON
  -h, --help     print this

Exit code: 0 when every cell of every notebook ran, 1 when one failed, 2 when it could not run.

Example: npx deep-pessimist course 00 01
`;

/** `deep-pessimist course`. */
export const command: Command = {
  name: "course",
  summary: "run the notebooks without a browser and write them as a site; reset forgets predictions",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("course", args, {
      out: { type: "string" },
      seed: { type: "string" },
      unplugged: { type: "boolean", default: false },
    });
    if (positionals[0] === "reset") return forget(positionals.slice(1), values.json);
    const program = resolve("scripts", "course.mjs");
    if (!existsSync(program) || !existsSync("notebooks"))
      throw new UsageError({
        got: `no notebooks in ${process.cwd()}.`,
        expected: "a clone of the course.",
        fix: "go to the folder of the clone and repeat.",
      });
    const out = values.out === undefined ? [] : ["--out", values.out];
    const seed = values.seed === undefined ? [] : ["--seed", values.seed];
    const flags = [...(values.json ? ["--json"] : []), ...(values.unplugged ? ["--unplugged"] : [])];
    const { status } = spawnSync(process.execPath, [program, ...positionals, ...out, ...seed, ...flags], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return status === 0 ? fine : status === 1 ? foundSomething : couldNotRun;
  },
};

/** Begins the lessons anew: one notebook's, or all. */
async function forget(notebooks: readonly string[], json: boolean): Promise<number> {
  const [notebook, ...more] = notebooks;
  if (more.length > 0 || (notebook !== undefined && !/^\d\d$/.test(notebook)))
    throw new UsageError({
      got: `deep-pessimist course reset ${notebooks.join(" ")}`,
      expected: "the number of one notebook, of two digits, or none for all.",
      fix: "deep-pessimist course reset 01",
    });
  const { reset } = await import("../../course/progress/reset.js");
  const { text } = await reset(notebook === undefined ? {} : { notebook });
  console.log(json ? JSON.stringify({ done: text }, null, 2) : text);
  return fine;
}
