// Trains one network of the engine's race, or asks it. Arguments: its name, "training" or "inference", and whether
// steps are "compiled" or "eager". Reads one JSON line a task: {"do": "first"} makes the network and runs one step,
// {"do": "heat", "batchSize", "seconds"} answers {"samplesPerSecond"}, {"do": "memory"} answers {"bytes"} at their peak.
import { createInterface } from "node:readline";
import * as tf from "@tensorflow/tfjs";
import { backend, core, training } from "deep-pessimist";
import { engineWorks } from "../engine-works.js";

const [name, mode, engine] = process.argv.slice(2);
const { build, shape, samples, batchSizes } = engineWorks.find((work) => work.name === name)!;
const compiled = engine === "compiled";
const size = shape.reduce((product, axis) => product * axis, 1);
const random = core.randomSource(0);
const numbers = Float32Array.from({ length: samples * size }, () => core.normal(random));
const labels = Int32Array.from({ length: samples }, () => core.integerBelow(10, random));

const report = await backend.start({ quiet: true });
/** Batch sizes that have been trained with. */
const warm = new Set<number>();
let step: ((x: tf.Tensor, y: tf.Tensor) => tf.Tensor) | undefined;

function makeStep(): (x: tf.Tensor, y: tf.Tensor) => tf.Tensor {
  const model = build();
  if (mode === "training")
    return training.trainStep(model, training.makeOptimizer("adam", 3e-4), { compiled });
  const forward = (x: tf.Tensor) => model.apply(x, { training: false }) as tf.Tensor;
  if (!compiled) return (x) => tf.tidy(() => forward(x));
  return backend.compile(forward, { watch: [model] });
}

/** Some samples as a program has them: picked from all, sent to TensorFlow, the answer read. */
async function update(rows: ArrayLike<number>): Promise<void> {
  step ??= makeStep();
  const x = new Float32Array(rows.length * size);
  for (let i = 0; i < rows.length; i++)
    x.set(numbers.subarray(rows[i]! * size, (rows[i]! + 1) * size), i * size);
  const batch = tf.tensor(x, [rows.length, ...shape]);
  const y = tf.tensor1d(
    Int32Array.from(rows, (row) => labels[row]!),
    "int32",
  );
  const answer = step(batch, y);
  await answer.data();
  tf.dispose([batch, y, answer]);
}

async function epoch(batchSize: number): Promise<void> {
  const order = core.permutation(samples, random);
  for (let start = 0; start < samples; start += batchSize)
    await update(order.subarray(start, start + batchSize));
}

async function answer(task: { do: string; batchSize: number; seconds: number }): Promise<object> {
  if (task.do === "memory") return { bytes: process.resourceUsage().maxRSS * 1024 };
  if (task.do === "first") {
    await update(Array.from({ length: batchSizes[0]! }, (_, i) => i));
    return {};
  }
  if (!warm.has(task.batchSize)) await epoch(task.batchSize);
  warm.add(task.batchSize);
  const started = performance.now();
  let done = 0;
  for (; performance.now() - started < task.seconds * 1000; done += samples) await epoch(task.batchSize);
  return { samplesPerSecond: done / ((performance.now() - started) / 1000) };
}

console.log(
  JSON.stringify({ ready: `deep-pessimist, ${report.backend} ${report.version}, ${report.device}` }),
);
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await answer(JSON.parse(line))));
