import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { caches } from "./support/caches.mjs";
import { npmCommand } from "./support/npm.mjs";
import { runCommand } from "./support/run-command.mjs";

/** The Nodes that the library promises to run on, beside the one that runs now; npm carries their programs. */
const versions = { 22: "22.23.3", 24: "24.21.0" };

/**
 * Other Nodes for the tests, in .cache/node/<major>.
 *
 * @type {import("./step.mjs").Step}
 */
export const otherNodes = {
  name: "Node 22 and 24",
  megabytes: () => 300,
  notHere: ({ platform, arch }) =>
    platform === "linux" && (arch === "x64" || arch === "arm64") ? undefined : "only tested on Linux",
  inputs: ({ arch }) => `${arch} ${JSON.stringify(versions)}`,
  outputs: () => Object.keys(versions).map((major) => `.cache/node/${major}/node_modules`),
  async make(context) {
    const [program, ...args] = npmCommand(context);
    for (const [major, version] of Object.entries(versions)) {
      const folder = join(context.root, ".cache", "node", major);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await runCommand(
        context,
        this.name,
        program,
        [
          ...[...args, "install", "--prefix", folder, "--ignore-scripts"],
          ...["--no-save", "--no-audit", "--no-fund"],
          `node-linux-${context.arch}@${version}`,
        ],
        { env: { ...context.env, ...caches(context) } },
      );
    }
  },
};
