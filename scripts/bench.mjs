// npm run bench: builds lib and runs bench/main.ts. Peers have environments of their own, bench/peer-environment.ts.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string[]} args */
function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

run("scripts/build.mjs");
run("--import", "tsx", "bench/main.ts", ...process.argv.slice(2));
