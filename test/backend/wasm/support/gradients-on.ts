import * as tf from "@tensorflow/tfjs";
import { normal, randomSource } from "../../../../lib/core/index.js";
import { expectClose } from "./expect-close.js";
import type { Draw, GradientCase } from "./gradient-cases.js";

/** Numbers to fill an input with, the same on every backend. */
export function drawn(shape: readonly number[], draw: Draw, seed: number): Float32Array {
  const random = randomSource(seed, "wasm");
  const one = (): number => {
    if (typeof draw === "object") return Math.floor(random() * draw.below);
    if (draw === "positive") return 0.5 + 2 * random();
    if (draw === "unit") return 1.8 * random() - 0.9;
    if (draw === "aboveOne") return 1.1 + 2 * random();
    return normal(random);
  };
  return Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, one);
}

/** Sets the backend; the cpu one without its advertisement of tfjs-node on stderr at first use. */
export async function useBackend(backend: string): Promise<void> {
  await tf.setBackend(backend);
  if (backend !== "cpu") return;
  tf.env().set("IS_TEST", true);
  tf.scalar(0).dispose();
  tf.env().set("IS_TEST", false);
}

/** The value of a case and the gradient of each input, for a random upstream gradient, computed by `backend`. */
export async function gradientsOn(
  backend: string,
  { f, shapes, draw = "normal" }: GradientCase,
): Promise<Float32Array[]> {
  await useBackend(backend);
  const tensors = tf.tidy(() => {
    const inputs = shapes.map((shape, i) => tf.tensor(drawn(shape, draw, i), shape));
    const value = f(...inputs);
    const upstream = tf.tensor(drawn(value.shape, "normal", 99), value.shape);
    return [value, ...tf.grads((...x: tf.Tensor[]) => f(...x))(inputs, upstream)];
  });
  const arrays = tensors.map((tensor) => Float32Array.from(tensor.dataSync()));
  tf.dispose(tensors);
  return arrays;
}

/** Fails unless wasm's value and gradients are the cpu backend's. */
export async function expectSameGradients(wasmCase: GradientCase): Promise<void> {
  expectClose(await gradientsOn("wasm", wasmCase), await gradientsOn("cpu", wasmCase));
}

/** What `run` leaves behind on the wasm backend: tensors, and blocks of memory. */
export async function leftBehind(run: () => unknown): Promise<{ tensors: number; blocks: number }> {
  const count = () => ({ tensors: tf.memory().numTensors, blocks: tf.engine().backend.numDataIds() });
  await tf.setBackend("wasm");
  const before = count();
  await run();
  await tf.setBackend("wasm");
  const after = count();
  return { tensors: after.tensors - before.tensors, blocks: after.blocks - before.blocks };
}
