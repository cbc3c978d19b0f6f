import { setTimeout as pause } from "node:timers/promises";
import type { Queue } from "bullmq";
import { UsageError } from "../../core/index.js";
import { isTlsTrouble, notReached } from "./not-reached.js";
import { otherLanguage } from "./other-language.js";
import type { QueueAddress } from "./queue-address.js";

/** Milliseconds in which a server must answer at first. */
const patience = 15_000;

/** Milliseconds after which one that has not is asked which language it speaks. */
const doubt = 1000;

/**
 * Waits for a server's first answer, also while it is starting up.
 *
 * @throws UsageError when none comes, or it refuses
 */
export async function firstAnswer(open: () => Queue, address: QueueAddress): Promise<Queue> {
  const end = performance.now() + patience;
  for (;;)
    try {
      const queue = open();
      await readyUntil(end, queue, address);
      return queue;
    } catch (error) {
      if (isStarting(error) && performance.now() < end) {
        await pause(250);
        continue;
      }
      throw error instanceof UsageError ? error : notReached(address, error);
    }
}

async function readyUntil(end: number, queue: Queue, address: QueueAddress): Promise<void> {
  let last: Error | undefined;
  const timers: NodeJS.Timeout[] = [];
  const late = new Promise<never>((_, reject) => {
    queue.on("error", (error) => {
      last = error;
      if (isRefusal(error)) reject(error);
    });
    const tell = () => reject(last ?? new Error(`no answer in ${patience / 1000} s`));
    const ask = async () => {
      const mismatch = await otherLanguage(address);
      if (mismatch !== undefined) reject(mismatch);
    };
    timers.push(setTimeout(tell, end - performance.now()), setTimeout(ask, doubt));
  });
  try {
    // The answer to something asked, for a server says that it is ready before it refuses a database.
    await Promise.race([queue.waitUntilReady().then(() => queue.getWaitingCount()), late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/**
 * What comes again however often one asks: Redis's answer to a wrong password, but not LOADING, which it says while it
 * starts; a host that nobody knows; TLS that comes to nothing.
 */
function isRefusal(error: NodeJS.ErrnoException): boolean {
  if (error.code === "ENOTFOUND" || isTlsTrouble(error.code)) return true;
  return error.name === "ReplyError" && !error.message.startsWith("LOADING");
}

/** PostgreSQL's "cannot connect now": it starts, or recovers. */
function isStarting(error: unknown): boolean {
  return (error as { code?: string }).code === "57P03";
}
