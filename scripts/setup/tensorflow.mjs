import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sitePackagesFromRoot } from "./support/environment.mjs";
import { installPythonPackages, isTensorFlow } from "./support/install-python-packages.mjs";

/**
 * TensorFlow's shared libraries, as its Python package carries them; with CUDA's where there is an NVIDIA card.
 *
 * @type {import("./step.mjs").Step}
 */
export const tensorflow = {
  name: "TensorFlow",
  megabytes: (context) => (hasNvidiaCard(context) ? 9000 : 2000),
  notHere: (context) =>
    hasBuild(context) ? undefined : "no build for this system; WebAssembly serves instead",
  inputs: (context) =>
    `${context.root}\n${readFileSync(join(context.packageRoot, lockFile(context)), "utf8")}`,
  outputs: sitePackagesFromRoot,
  watched: (path) =>
    isTensorFlow(path.replace(/^.*?\/site-packages\//, "")) && /\.(so|dll|dylib|pyd)\b/.test(path),
  async make(context) {
    await installPythonPackages(context, {
      ...{ step: this.name, requirements: lockFile(context), owns: isTensorFlow },
    });
  },
};

/** @param {import("./context.mjs").Context} context */
function lockFile(context) {
  return hasNvidiaCard(context) ? "requirements-cuda.txt" : "requirements-tensorflow.txt";
}

/** Which systems TensorFlow 2.21 has a package for. @param {import("./context.mjs").Context} context */
function hasBuild({ platform, arch }) {
  if (platform === "linux") return (arch === "x64" || arch === "arm64") && usesGlibc();
  return (platform === "darwin" && arch === "arm64") || (platform === "win32" && arch === "x64");
}

/** Alpine and its kin have another C library, for which TensorFlow is not built. */
function usesGlibc() {
  if (process.platform !== "linux") return true;
  // Without this the report looks up host names, which takes seconds where there is no network.
  Reflect.set(process.report, "excludeNetwork", true);
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header.glibcVersionRuntime !== undefined;
}

/** The answer takes a moment, and is asked for more than once. @type {WeakMap<object, boolean>} */
const known = new WeakMap();

/** @param {import("./context.mjs").Context} context */
function hasNvidiaCard(context) {
  if (!known.has(context)) known.set(context, askForNvidiaCard(context));
  return known.get(context) === true;
}

/** @param {import("./context.mjs").Context} context */
function askForNvidiaCard({ platform, arch, env }) {
  if (platform !== "linux" || arch !== "x64") return false;
  try {
    const list = execFileSync("nvidia-smi", ["-L"], {
      ...{ env, encoding: "utf8", timeout: 10_000, stdio: ["ignore", "pipe", "ignore"] },
    });
    return /^GPU \d/m.test(list);
  } catch {
    return false;
  }
}
