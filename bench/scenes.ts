import { spawn } from "node:child_process";
import { join } from "node:path";
import { table } from "./table.js";

/** What one run of the contestant measures. */
interface Measured {
  /** Images per second of processor time, the fastest of several heats. */
  plain?: number;
  full?: number;
  /** Of a whole stream, in seconds and bytes. */
  firstBatch?: number;
  seconds?: number;
  residentBytes?: number;
  images?: number;
}

/** Scenes: images per second on one core, and 250,000 of them streamed, each in a process of its own. */
export async function benchScenes(root: string): Promise<string> {
  const rows: string[][] = [];
  for (const imageSize of [32, 64]) {
    const { plain, full } = await measure(root, "draw", imageSize);
    const { firstBatch, seconds, residentBytes, images } = await measure(root, "stream", imageSize);
    rows.push([
      `${imageSize} × ${imageSize}`,
      ...[plain!, full!].map((rate) => Math.round(rate).toLocaleString("en")),
      `${firstBatch!.toFixed(2)} s`,
      `${seconds!.toFixed(1)} s for ${images!.toLocaleString("en")}`,
      `${Math.round(residentBytes! / 1e6)} MB`,
    ]);
  }
  return [
    "## Scenes",
    "",
    "Images per second of one core: `makeScenes` as it is, and the full problem with its twenty conditions. Then the full",
    "problem streamed by `streamBatches` with two workers in batches of 256: when the first batch is there, when the last",
    "one is, and the most memory that the process had.",
    "",
    table(["pixels", "plain, images/s", "full, images/s", "first batch", "whole stream", "resident"], rows),
  ].join("\n");
}

function measure(root: string, what: "draw" | "stream", imageSize: number): Promise<Measured> {
  // Without a loader: what is measured is the built library, as it is installed.
  const child = spawn(
    process.execPath,
    [join(root, "bench/contestants/scenes.mjs"), what, String(imageSize)],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve(JSON.parse(said) as Measured)
        : reject(new Error(`${what} ended with code ${code}.`)),
    );
  });
}
