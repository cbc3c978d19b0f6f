// A training loop on scenes, in turns on batches that lie in memory and on batches that are streamed. Prints one JSON line
// with the samples per second of each round.
import { tensor1d } from "@tensorflow/tfjs";
import { backend, data, models, training } from "deep-pessimist";

const [rounds, seconds, batchSize] = [7, 3, 32];
const report = await backend.start({ quiet: true });
const scenes = data.makeScenes(20_000, { imageSize: 32, conditions: { night: 0.3 } });
const resident = data.keepInMemory(scenes);
resident.batch(Array.from({ length: resident.size }, (_, i) => i));
const model = models.leNet({ classes: 2 });
const step = training.trainStep(model, training.makeOptimizer("adam", 3e-4));

/** Trains for some seconds, after a few batches that warm up, and gives samples per second. */
async function loop(dataset: typeof scenes, workers: number | undefined, seed: number): Promise<number> {
  const stream = data.streamBatches(dataset, {
    batchSize,
    epochs: Infinity,
    seed,
    ...(workers === undefined ? {} : { workers }),
  });
  let [seen, began] = [0, 0];
  for await (const { x, shape, labels, step: batch } of stream) {
    if (batch === 20) began = performance.now();
    const [input, answers] = [training.toInput({ x, shape }), tensor1d(labels, "int32")];
    const loss = step(input, answers);
    loss.dataSync();
    for (const tensor of [input, answers, loss]) tensor.dispose();
    if (batch >= 20) seen += labels.length;
    if (batch > 20 && performance.now() - began > 1000 * seconds) break;
  }
  return seen / ((performance.now() - began) / 1000);
}

const speeds: { resident: number[]; streamed: number[] } = { resident: [], streamed: [] };
for (let round = 0; round < rounds; round++) {
  speeds.resident.push(await loop(resident, 0, round));
  speeds.streamed.push(await loop(scenes, undefined, round));
}
console.log(JSON.stringify({ backend: `${report.backend} ${report.version}`, ...speeds }));
