// npm run bench: makes the peers' own environment in .cache/bench, builds lib, and runs bench/main.ts.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = process.platform === "win32" ? "Scripts" : "bin";

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const environment = join(root, ".cache", "bench");
const wanted = readFileSync(join(root, "bench", "requirements.txt"), "utf8");
const stamp = join(environment, "installed.txt");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  rmSync(environment, { recursive: true, force: true });
  run(join(root, ".venv", bin, "python"), ["-m", "venv", environment]);
  run(join(environment, bin, "python"), ["-m", "pip", "install", "--quiet", "-r", "bench/requirements.txt"]);
  writeFileSync(stamp, wanted);
}
run(process.execPath, ["scripts/build.mjs"]);
run(process.execPath, ["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)]);
