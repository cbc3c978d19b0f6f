import { type EventEmitter, setMaxListeners } from "node:events";
import { persistently } from "./persistently.js";

/** What we use of `pg.Pool`. */
export interface Pool extends EventEmitter {
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
  const [connect, end] = [pool.connect.bind(pool), pool.end.bind(pool)];
  const ended = new AbortController();
  // With something to tell it is one of the pool's own queries, which BullMQ repeats by itself.
  pool.connect = (told) => (told === undefined ? persistently(connect, ended.signal) : connect(told));
  pool.end = () => {
    ended.abort();
    return end();
  };
  return pool;
}
