import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a program did: its exit code (null when a signal killed it) and what it wrote. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a TypeScript file of this folder in a process of its own. */
export function runProgram(
  file: string,
  {
    args = [],
    env = {},
    node = process.execPath,
  }: { args?: string[]; env?: NodeJS.ProcessEnv; node?: string } = {},
): Outcome {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const { status, stdout, stderr } = spawnSync(node, ["--import", "tsx", program, ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  });
  return { code: status, stdout, stderr };
}
