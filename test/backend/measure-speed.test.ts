import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { start } from "../../lib/backend/index.js";
import { measureSpeed } from "../../lib/backend/measure-speed.js";

test.each(["tensorflow", "cpu"] as const)(
  "the speed of %s is measured without leaving a tensor behind",
  async (backend) => {
    await start({ backend, quiet: true });
    const tensors = tf.memory().numTensors;
    expect(await measureSpeed({ seconds: 0.05 })).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(tensors);
  },
);
