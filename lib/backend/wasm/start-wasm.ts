import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerKernels } from "./register-kernels.js";
import { withoutNewListeners } from "./without-new-listeners.js";

/**
 * Makes tfjs compute on WebAssembly (SIMD, one thread), with every kernel that training needs.
 *
 * It needs no Python, no compiler and no network: the binaries lie in the npm package.
 *
 * @throws Error when tfjs cannot load the WebAssembly binary
 */
export async function startWasm(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
  if (tf.engine().registry.wasm === undefined) setWasmPaths(join(dirname(manifest), "dist") + sep);
  const started = await withoutNewListeners(() => tf.setBackend("wasm"));
  if (!started) throw new Error("tfjs could not load its WebAssembly binary; npm ci installs it again.");
  await tf.ready();
  registerKernels();
}
