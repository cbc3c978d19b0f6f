import { formatBytes, UsageError } from "../../core/index.js";
import { formatMemory } from "./format-memory.js";
import type { MemoryEstimate, MemoryPart } from "./memory-estimate.js";

/**
 * Refuses a training that will not fit into memory, with the largest part and what makes it smaller.
 *
 * @param room - bytes that are free; defaults to what the system and the container leave to this process
 */
export function assertMemory(estimate: MemoryEstimate, room: number = process.availableMemory()): void {
  if (estimate.bytes <= room) return;
  throw new UsageError({
    got: `training in batches of ${estimate.batchSize} takes about ${formatBytes(estimate.bytes)} more of memory:\n${formatMemory(estimate)}`,
    expected: `at most ${formatBytes(room)}: that is free now.`,
    fix: remedy(estimate, room),
  });
}

/** What to change, by the largest of the parts that training adds. */
export function remedy({ batchSize, parts, bytes }: MemoryEstimate, room: number): string {
  const perSample = sum(parts, ["activations", "patches", "batch"]) / batchSize;
  const fixed = bytes - perSample * batchSize;
  const fitting = Math.floor((0.8 * (room - fixed)) / perSample); // a fifth stays free for what an estimate cannot know
  if (fitting >= 1 && fitting < batchSize) {
    const times = Math.ceil(batchSize / fitting);
    const smaller = Math.ceil(batchSize / times);
    return `pass { batchSize: ${smaller}, gradientAccumulation: ${times} }: the same updates, in parts that fit.`;
  }
  if (sum(parts, ["optimizer slots"]) > fixed / 2)
    return 'take a narrower model, or pass { optimizer: "sgd" }, which remembers nothing of a weight.';
  return "take a narrower or shallower model, or smaller samples.";
}

function sum(parts: readonly MemoryPart[], names: readonly MemoryPart["part"][]): number {
  return parts.reduce((total, { part, bytes }) => (names.includes(part) ? total + bytes : total), 0);
}
