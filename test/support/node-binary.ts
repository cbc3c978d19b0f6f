import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The binary of a Node version: this one, or that of the npm package that carries it, installed on first use. */
export function nodeBinary(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const folder = resolve(".cache", "node", String(major));
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["install", "--no-save", "--prefix", folder, `${name}@${major}`], { stdio: "ignore" });
  return binary;
}
