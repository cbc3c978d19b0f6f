// The rich training with a checkpoint after each update. Prints each update's number, and the outcome at the end.
// Usage: node --import tsx train-and-tell.ts FOLDER
import { writeSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { train } from "./rich-training.js";

async function main(folder: string): Promise<void> {
  await tf.setBackend("cpu");
  const ended = await train({
    checkpoint: { folder, every: 1 },
    onStep: ({ step }) => void writeSync(1, `${step}\n`),
  });
  writeSync(1, `${JSON.stringify(ended)}\n`);
}

main(process.argv[2]!);
