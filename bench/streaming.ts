import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { table } from "./table.js";

/** What streaming costs: a training loop on streamed scenes beside the same loop on resident ones, memory, first batch. */
export async function benchStreaming(root: string): Promise<string> {
  const { backend, resident, streamed } = run<Loop>(root, "streaming-loop.ts");
  const memory = run<Memory>(root, "streaming-memory.ts");
  const loss = 1 - median(streamed) / median(resident);
  const rows = [
    ["training loop, resident", count(median(resident)), "samples/s", ""],
    ["training loop, streamed", count(median(streamed)), "samples/s", ""],
    ["lost by streaming", (100 * loss).toFixed(1), "%", "≤ 5"],
    ["streaming alone", count(memory.samplesPerSecond), "samples/s", ""],
    ["first batch", memory.firstBatch.toFixed(2), "s", "≤ 0.3"],
    ["resident memory, streaming alone", count(memory.megabytes), "MB", "≤ 300"],
  ];
  return [
    "## Streaming scenes of 32 × 32",
    "",
    `LeNet, batches of 32, on ${backend}; medians of ${resident.length} interleaved rounds of 3 s. Streaming alone has no TensorFlow`,
    "in its process, which draws from a set of 250,000.",
    "",
    table(["what", "measured", "unit", "wanted"], rows),
  ].join("\n");
}

interface Loop {
  readonly backend: string;
  readonly resident: number[];
  readonly streamed: number[];
}

interface Memory {
  readonly firstBatch: number;
  readonly samplesPerSecond: number;
  readonly megabytes: number;
}

/** Each in a process of its own; the last line that it prints is its result. */
function run<Result>(root: string, program: string): Result {
  const args = ["--import", "tsx", join(root, "bench", "contestants", program)];
  const text = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return JSON.parse(text.trim().split("\n").at(-1)!) as Result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
