import { type EventEmitter, setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** What we use of `pg.Pool`. */
export interface Pool extends EventEmitter {
  readonly ending: boolean;
  connect(told?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

/**
 * A pool of PostgreSQL's connections that all queues of a process share, for a server has some hundred in all. It asks
 * again while the server gives none, until the pool is ended: BullMQ asks a single time for each queue, keeps a refusal for
 * ever, and then goes round in a circle that lets nothing else run.
 */
export function patientPool(
  PgPool: new (options: object) => Pool,
  { connectionString, schema }: Readonly<Record<string, unknown>>,
): Pool {
  const pool = new PgPool({
    ...{ connectionString, options: `-c search_path=${schema}`, max: 5, keepAlive: true },
  });
  setMaxListeners(0, pool); // each queue listens
  const connect = pool.connect.bind(pool);
  pool.connect = async (told) => {
    if (told !== undefined) return connect(told); // the pool's own queries, which BullMQ repeats by itself
    for (;;)
      try {
        return await connect();
      } catch (error) {
        if (pool.ending) throw error;
        await pause(250);
      }
  };
  return pool;
}
