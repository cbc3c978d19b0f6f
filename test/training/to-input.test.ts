import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { type BackendName, start } from "../../lib/backend/index.js";
import { scaleBytes, toInput } from "../../lib/training/to-input.js";

test.each<BackendName>(["tensorflow", "wasm", "cpu"])(
  "on %s bytes that are scaled there have the bits of bytes that come scaled, each of the 256",
  async (backend) => {
    await start({ backend, quiet: true });
    const x = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const [there, before] = tf.tidy(() => [
      scaleBytes(tf.tensor1d(Float32Array.from(x))).dataSync(),
      toInput({ x, shape: [256] }).dataSync(),
    ]);
    expect(there).toEqual(before);
  },
);
