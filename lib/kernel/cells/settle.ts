import { setTimeout as sleep } from "node:timers/promises";

const graceMs = 100;
const stepMs = 5;
const longLived = /Watch|FSEvent|Server|TTY|Pipe|Process|Worker|Port|UDP|Signal|Immediate/;

/** How many timers, file and network requests are under way in this process. */
export function pendingWork(): number {
  return process.getActiveResourcesInfo().filter((kind) => !longLived.test(kind)).length;
}

/**
 * Gives what a cell has left behind the time to fail: one turn of the event loop, in which Node reports promises
 * that were rejected and that nobody awaits; and up to 100 ms where timers or requests are still under way.
 */
export async function settle(workBefore: number): Promise<void> {
  await sleep(0);
  const end = performance.now() + graceMs;
  while (performance.now() < end && pendingWork() > workBefore) await sleep(stepMs);
}
