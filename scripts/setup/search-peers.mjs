import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { environmentPython, environmentVariables } from "./support/environment.mjs";
import { runCommand } from "./support/run-command.mjs";

const folder = ".cache/search-peers";

/**
 * Optuna with its dashboard, and the two servers that trials are spread over, for the tests: in an environment of
 * their own, for the course needs none of them.
 *
 * @type {import("./step.mjs").Step}
 */
export const searchPeers = {
  name: "Optuna and servers",
  megabytes: () => 250,
  notHere: ({ platform, arch }) =>
    platform === "linux" && (arch === "x64" || arch === "arm64") ? undefined : "only tested on Linux",
  inputs: ({ root, packageRoot }) =>
    `${root}\n${readFileSync(join(packageRoot, "test/search/requirements.txt"), "utf8")}`,
  outputs: () => [`${folder}/pyvenv.cfg`, `${folder}/bin`],
  async make(context) {
    const venv = join(context.root, folder);
    if (existsSync(venv)) rmSync(venv, { recursive: true });
    const env = environmentVariables(context);
    await runCommand(context, this.name, environmentPython(context), ["-m", "venv", folder], { env });
    await runCommand(
      context,
      this.name,
      join(venv, "bin", "python"),
      [
        ...["-m", "pip", "install", "--no-deps", "--only-binary", ":all:", "--no-compile"],
        ...["--progress-bar", "off"],
        ...["-r", join(context.packageRoot, "test/search/requirements.txt")],
      ],
      { env },
    );
  },
};
