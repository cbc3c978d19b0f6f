// A worker thread: makes the data set by its recipe, then answers every order with a batch.
import { parentPort, workerData } from "node:worker_threads";
import { datasetFromRecipe } from "./dataset-from-recipe.js";
import { type Delivery, type Order, packError } from "./messages.js";
import type { Recipe } from "./recipe.js";

const dataset = datasetFromRecipe(workerData as Recipe);
dataset.catch(() => {}); // said to whoever orders a batch

parentPort!.on("message", ({ id, rows }: Order) => {
  void draw(id, rows);
});

async function draw(id: number, rows: Uint32Array): Promise<void> {
  try {
    const { x, shape } = (await dataset).batch(rows);
    // A copy, for what is sent is gone here, and it may be a view of what the data set keeps.
    const sent = x.slice();
    parentPort!.postMessage({ id, x: sent, shape } satisfies Delivery, [sent.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort!.postMessage({ id, error: packError(error) } satisfies Delivery);
  }
}
