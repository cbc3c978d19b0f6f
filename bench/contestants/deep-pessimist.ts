// LeNet trained by this project. Reads one JSON line {"batchSize", "seconds"} per heat, answers {"samplesPerSecond"}.
// The backend comes from PESSIMIST_BACKEND. The work is the peer's: an epoch over 2,048 samples in random order.
import { createInterface } from "node:readline";
import * as tf from "@tensorflow/tfjs";
import { backend, core, models, training } from "deep-pessimist";

const samples = 2048;
const random = core.randomSource(0);
const pixels = Float32Array.from({ length: samples * 32 * 32 * 3 }, () => core.normal(random));
const labels = Int32Array.from({ length: samples }, () => core.integerBelow(10, random));

const report = await backend.start({ quiet: true });
const model = models.leNet({ inputShape: [32, 32, 3], classes: 10, seed: 0 });
const step = training.trainStep(model, tf.train.adam(3e-4));

async function epoch(batchSize: number): Promise<void> {
  const order = core.permutation(samples, random);
  for (let start = 0; start < samples; start += batchSize) {
    const rows = order.subarray(start, start + batchSize);
    const x = new Float32Array(rows.length * 3072);
    for (const [i, row] of rows.entries()) x.set(pixels.subarray(row * 3072, (row + 1) * 3072), i * 3072);
    const batch = tf.tensor4d(x, [rows.length, 32, 32, 3]);
    const y = tf.tensor1d(
      Int32Array.from(rows, (row) => labels[row]!),
      "int32",
    );
    const loss = step(batch, y);
    await loss.data(); // read, as a progress bar does
    tf.dispose([batch, y, loss]);
  }
}

console.log(
  JSON.stringify({ ready: `deep-pessimist, ${report.backend} ${report.version}, ${report.device}` }),
);
for await (const line of createInterface({ input: process.stdin })) {
  const { batchSize, seconds } = JSON.parse(line) as { batchSize: number; seconds: number };
  await epoch(batchSize); // warm, as the peer
  const started = performance.now();
  let trained = 0;
  for (; performance.now() - started < seconds * 1000; trained += samples) await epoch(batchSize);
  console.log(JSON.stringify({ samplesPerSecond: trained / ((performance.now() - started) / 1000) }));
}
