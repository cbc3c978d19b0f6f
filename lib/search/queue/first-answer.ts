import { setTimeout as pause } from "node:timers/promises";
import type { Queue } from "bullmq";
import { UsageError } from "../../core/index.js";
import type { QueueAddress } from "./queue-address.js";

/** Milliseconds in which a server must answer at first. */
const patience = 15_000;

/**
 * Waits for a server's first answer, also while it is starting up.
 *
 * @throws UsageError when none comes, or it refuses
 */
export async function firstAnswer(open: () => Queue, { shown }: Pick<QueueAddress, "shown">): Promise<Queue> {
  const end = performance.now() + patience;
  for (;;)
    try {
      const queue = open();
      await readyUntil(end, queue);
      return queue;
    } catch (error) {
      if (isStarting(error) && performance.now() < end) {
        await pause(250);
        continue;
      }
      throw new UsageError(
        {
          got: `${shown} could not be reached: ${(error as Error).message || (error as { code?: string }).code}`,
          expected: "a server of Redis 5, Valkey 7 or PostgreSQL 13 or later, that lets this user in.",
          fix: "see that it runs, and check host, port, user and password of the address.",
        },
        { cause: error },
      );
    }
}

async function readyUntil(end: number, queue: Queue): Promise<void> {
  let last: Error | undefined;
  queue.on("error", (error) => {
    last = error;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(last ?? new Error(`no answer in ${patience / 1000} s`)),
      end - performance.now(),
    );
  });
  try {
    await Promise.race([queue.waitUntilReady(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** PostgreSQL's "cannot connect now": it starts, or recovers. */
function isStarting(error: unknown): boolean {
  return (error as { code?: string }).code === "57P03";
}
