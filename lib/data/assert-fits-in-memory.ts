import { constants } from "node:buffer";
import { formatBytes, UsageError } from "../core/index.js";

/**
 * Refuses what would not fit into memory before it is allocated, and says what to do instead.
 *
 * @param what - as the caller knows it, such as "keepInMemory"
 * @param bytes - needed in all
 * @param room - bytes that are free; defaults to what the system and the container leave to this process
 */
export function assertFitsInMemory(what: string, bytes: number, room: number = freeMemory()): void {
  const most = Math.min(room, constants.MAX_LENGTH);
  if (bytes <= most) return;
  throw new UsageError({
    got: `${what} needs ${formatBytes(bytes)} of memory.`,
    expected:
      room < bytes
        ? `at most ${formatBytes(room)}: that is free now.`
        : `at most ${formatBytes(constants.MAX_LENGTH)}, the longest array of Node ${process.versions.node}.`,
    fix: "stream it: for await (const { x, shape, labels } of streamBatches(dataset, { batchSize: 32 })) { … }, or take fewer or smaller samples.",
  });
}

/** Bytes this process may still take; a container's limit counts, where Node knows it. */
function freeMemory(): number {
  return process.availableMemory();
}
