import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { type Pool, patientPool } from "../../../lib/search/queue/patient-pool.js";

/** Gives no connection at first, as PostgreSQL does when it has given out all of them. */
class BusyPool extends EventEmitter implements Pool {
  static refusals = 2;
  ending = false;
  tries = 0;
  async connect(told?: unknown): Promise<unknown> {
    this.tries++;
    if (this.ending) throw new Error("Cannot use a pool after calling end on the pool");
    if (this.tries <= BusyPool.refusals) throw new Error("sorry, too many clients already");
    return told ?? "a connection";
  }
  async end(): Promise<void> {
    this.ending = true;
  }
}

const address = { connectionString: "postgres://nobody", schema: "x" };

test("patientPool asks again while the server gives no connection", async () => {
  const pool = patientPool(BusyPool, address) as BusyPool;
  expect(await pool.connect()).toBe("a connection");
  expect(pool.tries).toBe(3);
});

test("patientPool leaves the pool's own queries to fail, and asks no more once it is ended", async () => {
  const pool = patientPool(BusyPool, address) as BusyPool;
  await expect(pool.connect(() => {})).rejects.toThrow("too many clients");
  const waiting = pool.connect();
  await pool.end();
  await expect(waiting).rejects.toThrow();
});
