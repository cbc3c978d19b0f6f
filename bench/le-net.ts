import { join } from "node:path";
import { type Contestant, startContestant } from "./contestant.js";
import { peerEnvironment } from "./peer-environment.js";
import { type Result, race } from "./race.js";
import { table } from "./table.js";

const peer = "Keras";

/** LeNet 32 × 32 × 3, training, at two batch sizes: our backends beside Keras on the same TensorFlow. */
export async function benchLeNet(root: string): Promise<string> {
  const ours = join(root, "bench", "contestants", "deep-pessimist.ts");
  const keras = join(root, "bench", "contestants", "keras_lenet.py");
  const node = process.execPath;
  const field = await Promise.all([
    startContestant("tensorflow", [node, "--import", "tsx", ours], { PESSIMIST_BACKEND: "tensorflow" }),
    startContestant("wasm", [node, "--import", "tsx", ours], { PESSIMIST_BACKEND: "wasm" }),
    startContestant(peer, [peerEnvironment(root), keras]),
  ]);
  const results: Result[] = [];
  try {
    for (const batchSize of [32, 128]) results.push(...(await race(field, { batchSize, peer })));
  } finally {
    await Promise.all(field.map((contestant) => contestant.leave()));
  }
  return report(field, results);
}

function report(field: readonly Contestant[], results: readonly Result[]): string {
  const count = (value: number) => Math.round(value).toLocaleString("en");
  const rows = results.map(({ name, batchSize, median, low, high, ratioToPeer }) => [
    ...[String(batchSize), name, count(median), `${count(low)} – ${count(high)}`],
    `${ratioToPeer.toFixed(2)} ×`,
  ]);
  return [
    "## LeNet 32 × 32 × 3, training",
    "",
    "Samples per second, median of 5 interleaved rounds of 3 s, with the slowest and the fastest.",
    "",
    table(["batch", "who", "samples/s", "low – high", "by Keras"], rows),
    "",
    ...field.map(({ name, description }) => `- ${name}: ${description}`),
  ].join("\n");
}
