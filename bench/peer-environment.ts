import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const bin = process.platform === "win32" ? "Scripts" : "bin";

/**
 * The Python of an environment in .cache/bench that holds the peers that bench/requirements.txt lists. With a name it
 * is .cache/bench-NAME by bench/requirements-NAME.txt: peers too heavy for those who do not race them. An environment
 * is made at the first call, and again where its list has changed.
 */
export function peerEnvironment(root: string, name?: string): string {
  const suffix = name === undefined ? "" : `-${name}`;
  const list = join(root, "bench", `requirements${suffix}.txt`);
  const environment = join(root, ".cache", `bench${suffix}`);
  const python = join(environment, bin, "python");
  const stamp = join(environment, "installed.txt");
  const wanted = readFileSync(list, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return python;
  rmSync(environment, { recursive: true, force: true });
  run(join(root, ".venv", bin, "python"), ["-m", "venv", environment]);
  run(python, ["-m", "pip", "install", "--quiet", "-r", list]);
  writeFileSync(stamp, wanted);
  return python;
}

function run(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with code ${status}.`);
}
