import { formatBytes } from "../../core/index.js";
import type { MemoryEstimate } from "./memory-estimate.js";

const meanings = {
  weights: "the model's numbers",
  gradients: "one for each weight that learns",
  "optimizer slots": "what the optimizer remembers of each weight",
  activations: "what the layers put out, forward and backward",
  patches: "the largest convolution's input, patch by patch",
  batch: "the samples of one update",
  "data set": "all samples, where they are kept in memory",
} as const;

/**
 * An estimate as a table, the largest part first.
 *
 * @example
 * formatMemory({ batchSize: 32, bytes: 1200, parts: [{ part: "batch", bytes: 1200 }] });
 * // "batch            1.2 kB  the samples of one update"
 */
export function formatMemory({ parts }: MemoryEstimate): string {
  return [...parts]
    .sort((first, second) => second.bytes - first.bytes)
    .map(({ part, bytes }) => `${part.padEnd(15)}${formatBytes(bytes).padStart(9)}  ${meanings[part]}`)
    .join("\n");
}
