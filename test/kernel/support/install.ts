import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root: string = resolve(".");

const windows = process.platform === "win32";

export const python: string = join(
  root,
  ".venv",
  ...(windows ? ["Scripts", "python.exe"] : ["bin", "python"]),
);

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs));
}

function buildIfOld(): void {
  const built = join(root, "dist", "kernel", "main.js");
  const changed = Math.max(newest(join(root, "lib", "kernel")), newest(join(root, "lib", "core")));
  if (existsSync(built) && statSync(built).mtimeMs >= changed) return;
  try {
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { cwd: root });
  } catch {
    // tsc writes its output in any case; what does not compile is told by the type check.
  }
}

export interface Installed {
  /** For JUPYTER_PATH: it makes the kernel known to whoever is started with it. */
  env: NodeJS.ProcessEnv;
  prefix: string;
  /** A folder inside the clone, one below its root, as notebooks/ is. */
  notebooks: string;
}

/** Builds the kernel where it is older than its sources, and installs it under a folder of its own. */
export function installForTest({ node = process.execPath }: { node?: string } = {}): Installed {
  buildIfOld();
  const prefix = mkdtempSync(join(tmpdir(), "deep-pessimist-kernel-"));
  execFileSync(node, ["dist/kernel/install.js", "--prefix", prefix], { cwd: root });
  const notebooks = join(root, "notebooks");
  mkdirSync(notebooks, { recursive: true });
  return { prefix, notebooks, env: { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") } };
}
