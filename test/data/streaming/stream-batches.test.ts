import type { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import { permutation, randomSource } from "../../../lib/core/index.js";
import {
  datasetFromRecipe,
  makeLinear,
  makeMoons,
  makeScenes,
  splitDataset,
  streamBatches,
  subset,
} from "../../../lib/data/index.js";
import { rowNumbers } from "./own-data.js";

const ownModule = new URL("./own-data.ts", import.meta.url).href;
const own = (name: string, ...args: unknown[]) =>
  datasetFromRecipe({ module: ownModule, export: name, args }) as Promise<Dataset>;

/** Everything a stream yields. */
async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const batches: T[] = [];
  for await (const batch of stream) batches.push(batch);
  return batches;
}

describe("streamBatches(dataset, options)", () => {
  test("gives the same batches with 0, 1 and 3 workers, in fit's order, each epoch another", async () => {
    const scenes = makeScenes(40, { seed: 5 });
    const options = { batchSize: 12, seed: 3, epochs: 2 };
    const alone = await all(streamBatches(scenes, { ...options, workers: 0 }));
    expect(alone.map(({ indices }) => indices.length)).toEqual([12, 12, 12, 4, 12, 12, 12, 4]);
    expect(alone.map(({ step, epoch }) => [step, epoch])[4]).toEqual([4, 2]);
    const order = permutation(40, randomSource(3, "order", 1));
    expect(alone.slice(0, 4).flatMap(({ indices }) => Array.from(indices))).toEqual(Array.from(order));
    expect(alone[4]!.indices).not.toEqual(alone[0]!.indices);
    for (const batch of alone) {
      const { x, shape } = makeScenes(40, { seed: 5 }).batch(batch.indices);
      expect(batch.x).toEqual(x); // bytes, not floats
      expect(batch.shape).toEqual(shape);
      expect(Array.from(batch.labels)).toEqual(Array.from(batch.indices, (i) => scenes.labels[i]));
    }
    for (const workers of [1, 3])
      expect(await all(streamBatches(scenes, { ...options, workers }))).toEqual(alone);
  });

  test("streams splits of splits, and the targets of numbers to predict", async () => {
    const { train } = splitDataset(makeLinear(50), { fractions: { train: 0.5 } });
    const part = subset(train, [3, 1, 4]);
    const [batch] = await all(streamBatches(part, { shuffle: false, workers: 1 }));
    expect(batch!.x).toEqual(part.batch([0, 1, 2]).x);
    expect(batch!.targets).toEqual(part.targets);
  });

  test("has a data set without a recipe drawn in this thread, and refuses workers for it", async () => {
    const [batch] = await all(streamBatches(rowNumbers(3), { shuffle: false }));
    expect(Array.from(batch!.x)).toEqual([0, 1, 2]);
    await expect(all(streamBatches(rowNumbers(3), { workers: 2 }))).rejects.toThrow(
      "no other thread can make",
    );
  });

  test("never has more batches under way than it was asked to draw ahead", async () => {
    let drawn = 0;
    const rows = rowNumbers(100);
    const counting: Dataset = {
      ...rows,
      batch(indices) {
        drawn++;
        return rows.batch(indices);
      },
    };
    let used = 0;
    for await (const _ of streamBatches(counting, { batchSize: 1, prefetch: 5 })) {
      used++;
      expect(drawn - used).toBeLessThanOrEqual(5);
      if (used === 20) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(drawn).toBeLessThanOrEqual(25);
  });

  test("follows the recipe of a module of one's own", async () => {
    const data = await own("rowNumbers", 10, 2);
    const batches = await all(streamBatches(data, { workers: 2, batchSize: 4, shuffle: false }));
    expect(batches.flatMap(({ x }) => Array.from(x))).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  test("notices a recipe that gives other samples in another thread", async () => {
    const data = await own("changing", 10);
    await expect(all(streamBatches(data, { workers: 1 }))).rejects.toThrow(
      "got other values than this thread",
    );
  });

  test("hands on what a worker throws, after the batches before it", async () => {
    const data = await own("failing", 10);
    const got: number[] = [];
    const reading = (async () => {
      for await (const { x } of streamBatches(data, { workers: 1, batchSize: 2, shuffle: false }))
        got.push(...x);
    })();
    await expect(reading).rejects.toThrow("row 5 is broken");
    expect(got).toEqual([0, 1, 2, 3]);
  });

  test("ends with the signal's reason, before and in the middle", async () => {
    const data = makeScenes(64, {});
    const early = AbortSignal.abort(new Error("too early"));
    await expect(all(streamBatches(data, { signal: early }))).rejects.toThrow("too early");
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { step } of streamBatches(data, {
        ...{ epochs: Infinity, workers: 2, batchSize: 8, signal: stop.signal },
      }))
        if (step === 3) stop.abort(new Error("enough"));
    })();
    await expect(reading).rejects.toThrow("enough");
  });

  test("leaves no thread behind, whether read to the end, left early or thrown out of", async () => {
    const running = new Set<Worker>();
    const count = (worker: Worker) => {
      running.add(worker);
      worker.once("exit", () => running.delete(worker));
    };
    process.on("worker", count);
    const data = makeScenes(32, {});
    let started = 0;
    for await (const _ of streamBatches(data, { workers: 2 })) started = Math.max(started, running.size);
    expect([started, running.size]).toEqual([2, 0]);
    for await (const _ of streamBatches(data, { workers: 2, epochs: Infinity })) break;
    expect(running.size).toBe(0);
    const throwing = (async () => {
      for await (const _ of streamBatches(data, { workers: 2 })) throw new Error("of the loop");
    })();
    await expect(throwing).rejects.toThrow("of the loop");
    expect(running.size).toBe(0);
    process.off("worker", count);
  });

  test.each<[object, string]>([
    [{ batchSize: 0 }, "batchSize is 0."],
    [{ epochs: 0.5 }, "epochs is 0.5."],
    [{ workers: -1 }, "workers is -1."],
    [{ prefetch: 0 }, "prefetch is 0."],
    [{ seed: Number.NaN }, "seed is NaN."],
    [{ bachSize: 3 }, 'write "batchSize" instead of "bachSize".'],
    [{ prefetch: 100_000, batchSize: 1_000_000 }, "streamBatches needs 200 GB of memory."],
  ])("refuses %j", async (options, message) => {
    await expect(all(streamBatches(makeMoons(5), options))).rejects.toThrow(message);
  });
});
