import type { EventEmitter } from "node:events";
import type { Job, Queue, Worker, WorkerOptions } from "bullmq";
import { loadOptional, UsageError } from "../../core/index.js";
import { type QueueAddress, readQueueAddress } from "./queue-address.js";

/** Milliseconds in which a server must answer at first. */
const patience = 15_000;

/** What we use of BullMQ, on whichever server. */
export interface Engine {
  queue(name: string): Queue;
  /** Without a handler it only looks after jobs whose worker is gone. */
  worker(
    name: string,
    handle: ((job: Job) => Promise<unknown>) | null,
    options?: Partial<WorkerOptions>,
  ): Worker;
  /** Closes all that was opened. */
  close(): Promise<void>;
}

/**
 * Connects to a queue's server.
 *
 * @throws UsageError when the address is of another kind, the client is not installed, or the server does not answer
 */
export async function openEngine(text: string): Promise<Engine> {
  const address = readQueueAddress(text);
  const bullmq = await loadOptional("bullmq", "trials on several machines", () => import("bullmq"));
  const client = address.engine === "redis" ? "ioredis" : "pg";
  await loadOptional(client, `queues on ${address.shown}`, () => import(client));
  const { connection } = address;
  const { Queue: QueueClass, Worker: WorkerClass } = (
    address.engine === "redis" ? bullmq : bullmq.withBackend(bullmq.createPostgresBackend)
  ) as {
    Queue: new (name: string, options: object) => Queue;
    Worker: new (name: string, handle: unknown, options: object) => Worker;
  };
  const open: { close(): Promise<void> }[] = [];
  const engine: Engine = {
    queue: (name) => keep(new QueueClass(name, { connection })),
    worker: (name, handle, options = {}) =>
      keep(new WorkerClass(name, handle, { connection, drainDelay: 1, ...options })),
    close: async () => {
      await Promise.allSettled(open.reverse().map((part) => part.close()));
    },
  };
  const keep = <T extends Queue | Worker>(part: T): T => {
    (part as EventEmitter).on("error", () => {}); // it connects again by itself
    open.push(part);
    return part;
  };
  await answering(engine, address);
  return engine;
}

/** Waits for the server's first answer. */
async function answering(engine: Engine, address: QueueAddress): Promise<void> {
  const queue = engine.queue("deep-pessimist");
  let last: Error | undefined;
  queue.on("error", (error) => {
    last = error;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(last ?? new Error(`no answer in ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([queue.waitUntilReady(), late]);
  } catch (error) {
    void engine.close();
    throw new UsageError(
      {
        got: `${address.shown} could not be reached: ${(error as Error).message}`,
        expected: "a server of Redis 5, Valkey 7 or PostgreSQL 13 or later, that lets this user in.",
        fix: "see that it runs, and check host, port, user and password of the address.",
      },
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}
