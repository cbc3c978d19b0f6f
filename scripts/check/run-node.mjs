import { spawn } from "node:child_process";

/**
 * Runs one of our tools, a JavaScript program, in the root.
 *
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<string>} what it printed, where it failed; else nothing
 */
export async function runNode(root, args) {
  // CI systems announce themselves, and some tools then colour what goes into a log.
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return code === 0 ? "" : text.trim() || `${args.join(" ")} ended with ${code}`;
}
