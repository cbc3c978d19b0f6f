import type { EventEmitter } from "node:events";
import type { Job, Queue, Worker, WorkerOptions } from "bullmq";
import { loadOptional } from "../../core/index.js";
import { firstAnswer } from "./first-answer.js";
import { type Pool, patientPool } from "./patient-pool.js";
import { readQueueAddress } from "./queue-address.js";
import { answersWithin, settledWithin } from "./settled-within.js";

/** For messages: one that was taken, and whose taker lost its connection, is soon delivered again. */
export const messageQueue: Partial<WorkerOptions> = {
  ...{ concurrency: 16, lockDuration: 5000, stalledInterval: 2000, maxStalledCount: 10 },
  ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
};

/** For trials: one whose worker has not renewed its lease is never delivered again as it is. */
export function trialQueue(leaseMs: number): Partial<WorkerOptions> {
  // The server takes whole milliseconds alone.
  return { lockDuration: Math.ceil(leaseMs), stalledInterval: Math.ceil(leaseMs / 3), maxStalledCount: 0 };
}

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

interface PgModule {
  Pool: new (options: object) => Pool;
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
  const driver = await loadOptional(client, `queues on ${address.shown}`, () => import(client));
  let isClosed = false;
  const connection =
    address.engine === "redis"
      ? {
          ...address.connection,
          // It would try for ever.
          retryStrategy: (tries: number) => (isClosed ? null : Math.min(1000, 100 * tries)),
        }
      : patientPool((driver as { default: PgModule }).default.Pool, address.connection);
  const { Queue: QueueClass, Worker: WorkerClass } = (
    address.engine === "redis" ? bullmq : bullmq.withBackend(bullmq.createPostgresBackend)
  ) as {
    Queue: new (name: string, options: object) => Queue;
    Worker: new (name: string, handle: unknown, options: object) => Worker;
  };
  const open: { close(force: boolean): Promise<void> }[] = [];
  let first: Queue | undefined;
  const engine: Engine = {
    queue: (name) => keep(new QueueClass(name, { connection })),
    worker: (name, handle, options = {}) =>
      keep(new WorkerClass(name, handle, { connection, drainDelay: 1, runRetryDelay: 1000, ...options })),
    close: async () => {
      // To part in good order takes an answer, which a server that is away does not give.
      const answers = first !== undefined && (await answersWithin(1000, first.getWaitingCount()));
      isClosed = true;
      await settledWithin(
        2000,
        open.reverse().map((part) => part.close(!answers)),
      );
      if ("end" in connection) await settledWithin(1000, [connection.end()]);
    },
  };
  const keep = <T extends Queue | Worker>(part: T): T => {
    (part as EventEmitter).on("error", () => {}); // it connects again by itself
    open.push(part);
    return part;
  };
  try {
    // It also makes PostgreSQL's tables, which takes the address itself.
    const own = address.engine === "redis" ? connection : { ...address.connection, max: 1 };
    first = await firstAnswer(() => keep(new QueueClass("deep-pessimist", { connection: own })), address);
  } catch (error) {
    void engine.close();
    throw error;
  }
  return engine;
}
