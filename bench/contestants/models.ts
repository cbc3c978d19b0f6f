// Trains one model, named on the command line, by `fit`. Reads one JSON line {"batchSize", "seconds"} per heat and answers
// {"samplesPerSecond"}, the median over epochs after a first one. The backend comes from PESSIMIST_BACKEND.
import { createInterface } from "node:readline";
import { backend, core, data, training } from "deep-pessimist";
import { contenders } from "../contenders.js";

const { build, shape, samples } = contenders[process.argv[2]!]!;
const random = core.randomSource(0);
const size = shape.reduce((product, axis) => product * axis, samples);
const dataset = data.datasetFromArrays({
  x: Float32Array.from({ length: size }, () => core.normal(random)),
  shape,
  labels: Int32Array.from({ length: samples }, () => core.integerBelow(10, random)),
  classes: Array.from({ length: 10 }, (_, k) => `class ${k}`),
});
const report = await backend.start({ quiet: true });
const model = build();
const parameters = model.countParams().toLocaleString("en");
console.log(JSON.stringify({ ready: `${report.backend} ${report.version}, ${parameters} parameters` }));

for await (const line of createInterface({ input: process.stdin })) {
  const { batchSize, seconds } = JSON.parse(line) as { batchSize: number; seconds: number };
  const timeUp = new AbortController();
  let warmSince: number | undefined;
  const { epochs } = await training.fit(model, dataset, {
    epochs: 1000,
    batchSize,
    trainErrorSamples: 1,
    signal: timeUp.signal,
    onEpoch() {
      if (warmSince === undefined) warmSince = performance.now();
      else if (performance.now() - warmSince > seconds * 1000) timeUp.abort();
    },
  });
  const speeds = epochs.slice(1).map(({ samplesPerSecond }) => samplesPerSecond);
  speeds.sort((a, b) => a - b);
  console.log(JSON.stringify({ samplesPerSecond: speeds[Math.floor(speeds.length / 2)] }));
}
