import { setTimeout as pause } from "node:timers/promises";
import type { Queue } from "bullmq";
import { UsageError } from "../../core/index.js";
import type { QueueAddress } from "./queue-address.js";

/** Milliseconds in which a server must answer at first. */
const patience = 15_000;

const tls: Readonly<Record<QueueAddress["engine"], string>> = {
  redis: "rediss:// is for a server with TLS, redis:// for one without.",
  postgres: "sslmode=verify-full is for a server with TLS.",
};

/**
 * Waits for a server's first answer, also while it is starting up.
 *
 * @throws UsageError when none comes, or it refuses
 */
export async function firstAnswer(
  open: () => Queue,
  { shown, engine }: Pick<QueueAddress, "shown" | "engine">,
): Promise<Queue> {
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
          fix: `see that it runs, and check host, port, user and password of the address; ${tls[engine]}`,
        },
        { cause: error },
      );
    }
}

async function readyUntil(end: number, queue: Queue): Promise<void> {
  let last: Error | undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    queue.on("error", (error) => {
      last = error;
      if (isRefusal(error)) reject(error);
    });
    timer = setTimeout(
      () => reject(last ?? new Error(`no answer in ${patience / 1000} s`)),
      end - performance.now(),
    );
  });
  try {
    // The answer to something asked, for a server says that it is ready before it refuses a database.
    await Promise.race([queue.waitUntilReady().then(() => queue.getWaitingCount()), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What Redis answers, and will answer again, such as to a wrong password; but while it starts, it says LOADING. */
function isRefusal(error: Error): boolean {
  return error.name === "ReplyError" && !error.message.startsWith("LOADING");
}

/** PostgreSQL's "cannot connect now": it starts, or recovers. */
function isStarting(error: unknown): boolean {
  return (error as { code?: string }).code === "57P03";
}
