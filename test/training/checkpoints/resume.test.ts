import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { train } from "./support/rich-training.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resume-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** What the training ends with when nothing interrupts it. */
let whole: unknown;
const updates = 12;
beforeAll(async () => {
  await tf.setBackend("cpu");
  whole = await train({});
});

test("two trainings with one seed end with the same bits", async () => {
  expect(await train({})).toEqual(whole);
});

test("checkpoints change nothing", async () => {
  expect(await train({ checkpoint: { folder, every: 5 } })).toEqual(whole);
});

test.each(Array.from({ length: updates }, (_, i) => i + 1))(
  "a training that fell over after update %i goes on from its checkpoint, and ends with the same bits",
  async (last) => {
    const onStep = ({ step }: { step: number }) => {
      if (step === last) throw new Error("fell over");
    };
    const checkpoint = { folder, every: 2 };
    await expect(train({ checkpoint, onStep })).rejects.toThrow("fell over");
    const steps: number[] = [];
    expect(await train({ checkpoint, onStep: ({ step }) => void steps.push(step) })).toEqual(whole);
    expect(steps[0]).toBe(1 + 2 * Math.floor((last - 1) / 2)); // what the last checkpoint did not have is done again
  },
);

test("an aborted training keeps its last update, and goes on with the same call", async () => {
  const stop = new AbortController();
  const checkpoint = { folder };
  const onStep = ({ step }: { step: number }) => {
    if (step === 7) stop.abort();
  };
  expect(await train({ checkpoint, signal: stop.signal, onStep })).toMatchObject({
    history: { stopped: "aborted", steps: 7 },
  });
  const steps: number[] = [];
  expect(await train({ checkpoint, onStep: ({ step }) => void steps.push(step) })).toEqual(whole);
  expect(steps).toEqual([8, 9, 10, 11, 12]);
});

test("a training that is complete is not trained again, and gives the same result", async () => {
  const checkpoint = { folder };
  await train({ checkpoint });
  const steps: number[] = [];
  expect(await train({ checkpoint, onStep: ({ step }) => void steps.push(step) })).toEqual(whole);
  expect(steps).toEqual([]);
});

test("epochs can be added to a training whose rate does not depend on their number", async () => {
  const plain = { learningRate: 0.01, checkpoint: { folder } };
  await train({ ...plain, epochs: 1 });
  expect(await train({ ...plain, epochs: 2 })).toEqual(await train({ learningRate: 0.01, epochs: 2 }));
});

test("killed with SIGKILL again and again, a training in processes of its own ends with the same bits", {
  timeout: 240_000,
}, async () => {
  let told = "";
  for (const kill of [3, 4, 8, undefined]) {
    const program = "test/training/checkpoints/support/train-and-tell.ts";
    const child = spawn(process.execPath, ["--import", "tsx", program, folder], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    told = "";
    child.stdout.on("data", (text) => {
      told += text;
      if (kill !== undefined && Number(told.trimEnd().split("\n").at(-1)) >= kill) child.kill("SIGKILL");
    });
    await once(child, "close");
  }
  expect(JSON.parse(told.trimEnd().split("\n").at(-1)!)).toEqual(whole);
  expect(told.split("\n").length).toBeLessThan(updates); // the last process did not begin anew
});
