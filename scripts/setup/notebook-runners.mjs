import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { environmentPython, environmentVariables } from "./support/environment.mjs";
import { runCommand } from "./support/run-command.mjs";

const folder = ".cache/notebook-runners";

/**
 * papermill and nbmake for the kernel's tests, in a folder beside the environment: the course needs neither.
 *
 * @type {import("./step.mjs").Step}
 */
export const notebookRunners = {
  name: "papermill and nbmake",
  megabytes: () => 30,
  inputs: ({ root, packageRoot }) =>
    `${root}\n${readFileSync(join(packageRoot, "test/kernel/requirements.txt"), "utf8")}`,
  outputs: () => [folder],
  watched: (path) => !path.includes("/__pycache__/"),
  async make(context) {
    rmSync(join(context.root, folder), { recursive: true, force: true });
    await runCommand(
      context,
      this.name,
      environmentPython(context),
      [
        ...["-m", "pip", "install", "--no-deps", "--only-binary", ":all:", "--no-compile"],
        ...["--progress-bar", "off", "--target", join(context.root, folder)],
        ...["-r", join(context.packageRoot, "test/kernel/requirements.txt")],
      ],
      { env: environmentVariables(context) },
    );
  },
};
