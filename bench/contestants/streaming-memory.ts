// Streams scenes without training, in a process of its own: how long the first batch takes, how fast they come, and the
// most memory that the process has had. Prints one JSON line.
import { makeScenes, streamBatches } from "deep-pessimist/data";

const samples = 250_000;
const enough = 60_000; // samples drawn; memory has long been steady then
const scenes = makeScenes(samples, { imageSize: 32, conditions: { night: 0.3, rain: 0.2 } });
const began = performance.now();
let firstBatch = 0;
let drawn = 0;
for await (const { x } of streamBatches(scenes, { batchSize: 32 })) {
  if (drawn === 0) firstBatch = (performance.now() - began) / 1000;
  drawn += x.length / (32 * 32 * 3);
  if (drawn >= enough) break;
}
const seconds = (performance.now() - began) / 1000 - firstBatch;
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ firstBatch, samplesPerSecond: drawn / seconds, megabytes }));
