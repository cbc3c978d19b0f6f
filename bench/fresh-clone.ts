import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./table.js";

/** Megabytes (10⁶ bytes) of all files below a folder. */
function megabytes(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? megabytes(path) : entry.isFile() ? statSync(path).size / 1e6 : 0);
  }, 0);
}

/** What a newcomer waits for and stores: a clone of the last commit, in an empty folder with an empty home. */
export async function benchFreshClone(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "fresh-"));
  const clone = join(folder, "deep-pessimist");
  const home = join(folder, "home");
  const environment = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" };
  const timed = (program: string, args: string[]): string => {
    const started = performance.now();
    execFileSync(program, args, { cwd: clone, env: environment, stdio: ["ignore", "ignore", "inherit"] });
    return `${((performance.now() - started) / 1000).toFixed(1)} s`;
  };
  try {
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
    execFileSync("mkdir", ["-p", home]);
    const files = megabytes(clone);
    const setUp = timed(process.execPath, ["scripts/start.mjs", "--set-up-only"]);
    const again = timed(process.execPath, ["scripts/start.mjs", "--set-up-only"]);
    const notebook = timed(process.execPath, ["scripts/course.mjs", "00"]);
    return [
      "## From a fresh clone",
      "",
      table(
        ["what", "measured"],
        [
          ["the clone, with its history", `${files.toFixed(1)} MB`],
          ["set-up from nothing", setUp],
          ["set-up when all is done", again],
          ["notebook 00 from top to bottom", notebook],
          ["node_modules", `${megabytes(join(clone, "node_modules")).toFixed(0)} MB`],
          [".venv", `${megabytes(join(clone, ".venv")).toFixed(0)} MB`],
        ],
      ),
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
