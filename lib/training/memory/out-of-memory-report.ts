import type { Plan } from "../fit/plan.js";
import { remedy } from "./assert-memory.js";
import { estimateMemory } from "./estimate-memory.js";
import { formatMemory } from "./format-memory.js";

/** What to say where a training ran out of memory in its update `step`, 1 for the first. */
export function outOfMemoryReport({ model, train, batchSize, optimizer, steps }: Plan, step: number): string {
  const estimate = estimateMemory(model, { batchSize, optimizer, dataset: train });
  // It ran out with the estimate: take half of what it asked for as the room that there is.
  const fix = remedy(estimate, Math.min(process.availableMemory(), estimate.bytes / 2));
  return [
    `Memory ran out in update ${step} of ${steps}; the history holds the epochs before. Training in batches of ${batchSize} takes about:`,
    formatMemory(estimate),
    `To fix: ${fix}`,
  ].join("\n");
}
