import { spawnSync } from "node:child_process";
import { UsageError } from "../../core/index.js";
import { type Command, fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";

const usage = `
Usage: deep-pessimist kernel install [--user | --sys-prefix | --prefix FOLDER] [--json]

Makes the TypeScript kernel known to Jupyter, for who wants it without the course. The entry names this
Node and this package by their paths: install it again when either moves.

  --user           for this user, whichever Jupyter; the default
  --sys-prefix     for the Python environment that is active
  --prefix FOLDER  for the Python environment in FOLDER, such as .venv
  --json           print the entry's folder as JSON
  -h, --help       print this

Exit code: 0 when it is installed, 2 when it could not be.

Example: npx deep-pessimist kernel install --sys-prefix
`;

/** `deep-pessimist kernel`. */
export const command: Command = {
  name: "kernel",
  summary: "make the TypeScript kernel known to Jupyter",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("kernel", args, {
      user: { type: "boolean", default: false },
      "sys-prefix": { type: "boolean", default: false },
      prefix: { type: "string" },
    });
    const asked = [values.user, values["sys-prefix"], values.prefix !== undefined].filter(Boolean).length;
    if (positionals.join(" ") !== "install" || asked > 1)
      throw new UsageError({
        got: `deep-pessimist kernel ${args.join(" ")}`.trim(),
        expected: "install, and at most one of --user, --sys-prefix and --prefix.",
        fix: "deep-pessimist kernel install",
      });
    const { installKernelspec, userDataFolder, assertTslab } = await import("../../kernel/index.js");
    assertTslab();
    const prefix = values["sys-prefix"] ? activePrefix() : values.prefix;
    const folder = installKernelspec(prefix === undefined ? { data: userDataFolder() } : { prefix });
    console.log(
      values.json
        ? JSON.stringify({ folder }, null, 2)
        : `TypeScript (Deep Pessimist) is installed in ${folder}`,
    );
    return fine;
  },
};

/** Where the Python that answers to its name has its packages. */
function activePrefix(): string {
  const program = process.platform === "win32" ? "python" : "python3";
  const { stdout, status } = spawnSync(program, ["-c", "import sys; print(sys.prefix)"], {
    encoding: "utf8",
  });
  if (status === 0) return stdout.trim();
  throw new UsageError({
    got: `${program} cannot be run.`,
    expected: "an active Python environment.",
    fix: "activate it first, or give its folder: --prefix .venv",
  });
}
