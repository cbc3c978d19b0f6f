import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { UsageError } from "../../core/index.js";
import { type HeapModule, refuseFullMemory } from "./refuse-full-memory.js";
import { registerKernels } from "./register-kernels.js";
import { withoutNewListeners } from "./without-new-listeners.js";

/**
 * Makes tfjs compute on WebAssembly (SIMD, one thread), with every kernel that training needs.
 *
 * It needs no Python, no compiler and no network: the binaries lie in the npm package.
 *
 * One thread, because tfjs's threaded binary cannot run in Node: its loader starts workers from blob URLs.
 *
 * @throws UsageError when tfjs cannot load the WebAssembly binary
 */
export async function startWasm(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
  if (tf.engine().registry.wasm === undefined) setWasmPaths(join(dirname(manifest), "dist") + sep);
  const started = await withoutNewListeners(() => tf.setBackend("wasm"));
  if (!started)
    throw new UsageError({
      got: `tfjs could not load its WebAssembly binary from ${dirname(manifest)}.`,
      expected: "the file dist/tfjs-backend-wasm-simd.wasm there.",
      fix: "npm ci",
    });
  await tf.ready();
  refuseFullMemory((tf.backend() as BackendWasm).wasm as unknown as HeapModule);
  registerKernels();
}
