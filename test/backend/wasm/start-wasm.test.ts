import { spawnSync } from "node:child_process";
import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../lib/backend/wasm/index.js";

const listeners = () =>
  ["uncaughtException", "unhandledRejection"].map((event) => process.listenerCount(event));
let before: number[];

beforeAll(async () => {
  before = listeners();
  await startWasm();
});

test("startWasm makes tfjs compute on wasm", () => {
  expect(tf.getBackend()).toBe("wasm");
  expect(tf.tidy(() => tf.sum([1, 2, 3]).arraySync())).toBe(6);
});

test("startWasm takes the SIMD binary", async () => {
  expect(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")).toBe(true);
});

test("starting twice registers nothing twice", async () => {
  const kernels = tf.getKernelsForBackend("wasm").map((kernel) => kernel.kernelFunc);
  await startWasm();
  expect(tf.getKernelsForBackend("wasm").map((kernel) => kernel.kernelFunc)).toEqual(kernels);
});

test("starting leaves no listener to uncaught errors behind", () => {
  expect(listeners()).toEqual(before);
});

test("a full heap is refused by the backend itself", () => {
  // A tensor of 3 GB leaves no room for a second one; none of it is written, so none of it is really taken.
  const backend = tf.engine().backend as BackendWasm;
  const first = backend.makeOutput([3, 2 ** 28], "float32");
  expect(() => backend.makeOutput([3, 2 ** 28], "float32")).toThrow("WebAssembly's memory is full: 3072 MB");
  backend.disposeData(first.dataId);
});

test("a backend removed and made anew still trains", async () => {
  const { factory } = tf.engine().registryFactory.wasm!;
  tf.removeBackend("wasm");
  tf.registerBackend("wasm", factory, 2);
  await startWasm();
  const gradient = tf.tidy(() =>
    tf
      .grad((b) => tf.matMul(tf.ones([2, 3]), b))(tf.ones([3, 2]))
      .dataSync(),
  );
  expect(gradient).toEqual(Float32Array.of(2, 2, 2, 2, 2, 2));
});

test("a script ends by itself, from any folder, with nothing on stderr", () => {
  const module = new URL("../../../lib/backend/wasm/index.ts", import.meta.url).href;
  const program = `
    import { startWasm } from ${JSON.stringify(module)};
    import * as tf from ${JSON.stringify(import.meta.resolve("@tensorflow/tfjs"))};
    await startWasm();
    const loss = (w) => tf.conv2d(tf.ones([1, 4, 4, 1]), w, 1, "valid").sum();
    console.log(tf.grad(loss)(tf.ones([2, 2, 1, 1])).dataSync().join());`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", program],
    { cwd: "/", encoding: "utf8", timeout: 60_000 },
  );
  expect({ stdout, stderr, status }).toEqual({ stdout: "9,9,9,9\n", stderr: "", status: 0 });
});
