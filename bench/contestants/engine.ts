// Trains one network of the engine's race, or asks it. Arguments: its name, "training" or "inference", and whether
// steps are "compiled" or "eager". Reads one JSON line a task: {"do": "first"} makes the network and runs one step,
// {"do": "heat", "batchSize", "seconds"} answers {"samplesPerSecond"}, {"do": "memory"} answers {"bytes"} at their peak,
// {"do": "inside"} answers what the compiled step is made of: {"recording", "ops", "inTensorFlow", "inJavaScript"}.
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
let step: Step | undefined;

/** What is done with the samples at some rows: an update, whose loss comes back, or a forward pass, whose answers do. */
interface Step {
  (rows: ArrayLike<number>): tf.Tensor;
  report?(): backend.CompileReport;
}

/** What passes by the binding to TensorFlow, which is no part of what the package promises. */
const passing = { ops: 0, calls: 0, milliseconds: 0 };
if (compiled) watchCalls();

function watchCalls(): void {
  const { binding } = tf.backend() as unknown as {
    binding: { addFunction: AddFunction; callFunction: Call };
  };
  const [add, call] = [binding.addFunction.bind(binding), binding.callFunction.bind(binding)];
  binding.addFunction = (functionName, blueprint) => {
    passing.ops = blueprint.nodes.length;
    add(functionName, blueprint);
  };
  binding.callFunction = (...given) => {
    const began = performance.now();
    const results = call(...given);
    passing.milliseconds += performance.now() - began;
    passing.calls++;
    return results;
  };
}
type AddFunction = (functionName: string, blueprint: { nodes: readonly object[] }) => void;
type Call = (...given: unknown[]) => number[];

/** Milliseconds of an update within TensorFlow's call and around it, medians of 100, and what making it took. */
function inside(): object {
  const rows = firstRows();
  const times = Array.from({ length: 100 }, () => {
    const [began, before] = [performance.now(), passing.milliseconds];
    step!(rows).dispose();
    const inTensorFlow = passing.milliseconds - before;
    return { inTensorFlow, inJavaScript: performance.now() - began - inTensorFlow };
  });
  const middle = (of: "inTensorFlow" | "inJavaScript") =>
    times.map((time) => time[of]).sort((a, b) => a - b)[50];
  const { recordings, seconds } = step!.report!();
  return {
    ...{ recording: seconds / recordings, ops: passing.ops },
    ...{ inTensorFlow: middle("inTensorFlow"), inJavaScript: middle("inJavaScript") },
  };
}

const firstRows = (): number[] => Array.from({ length: batchSizes[0]! }, (_, i) => i);

function makeStep(): Step {
  const model = build();
  const update = training.trainStep(model, training.makeOptimizer("adam", 3e-4), { compiled });
  const forward = (x: tf.Tensor) => model.apply(x, { training: false }) as tf.Tensor;
  if (compiled) return compiledStep(model, mode === "training" ? update : forward);
  return (rows) =>
    tf.tidy(() => (mode === "training" ? update(...batchOf(rows)) : forward(batchOf(rows)[0])));
}

/** As in `fit`, all samples lie with TensorFlow, and the compiled step takes those at the indices that it is given. */
function compiledStep(model: tf.LayersModel, work: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor): Step {
  const x = backend.holdRows(numbers, [samples, ...shape])!;
  const y = backend.holdRows(labels, [samples])!;
  const onRows = backend.compile((rows: tf.Tensor) => work(x.take(rows), y.take(rows)), { watch: [model] });
  const step = (rows: ArrayLike<number>): tf.Tensor =>
    tf.tidy(() => onRows(tf.tensor1d(Int32Array.from(rows), "int32")));
  return Object.assign(step, { report: onRows.report });
}

/** Samples picked in JavaScript, and sent. */
function batchOf(rows: ArrayLike<number>): [x: tf.Tensor, y: tf.Tensor] {
  const x = new Float32Array(rows.length * size);
  for (let i = 0; i < rows.length; i++)
    x.set(numbers.subarray(rows[i]! * size, (rows[i]! + 1) * size), i * size);
  const y = Int32Array.from(rows, (row) => labels[row]!);
  return [tf.tensor(x, [rows.length, ...shape]), tf.tensor1d(y, "int32")];
}

/** A step as a program takes it: the answer is read. */
async function update(rows: ArrayLike<number>): Promise<void> {
  step ??= makeStep();
  const answer = step(rows);
  await answer.data();
  answer.dispose();
}

async function epoch(batchSize: number): Promise<void> {
  const order = core.permutation(samples, random);
  for (let start = 0; start < samples; start += batchSize)
    await update(order.subarray(start, start + batchSize));
}

async function answer(task: { do: string; batchSize: number; seconds: number }): Promise<object> {
  if (task.do === "memory") return { bytes: process.resourceUsage().maxRSS * 1024 };
  if (task.do === "inside") return inside();
  if (task.do === "first") {
    await update(firstRows());
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
