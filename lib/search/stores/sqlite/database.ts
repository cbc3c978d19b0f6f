import { setTimeout } from "node:timers/promises";
import type { Row, SqlConnect, SqlConnection, SqlStatement, SqlValue } from "../../../core/index.js";
import { openConnection } from "./open-connection.js";
import { isLocked, storageError } from "./storage-error.js";

/** Milliseconds that are left for another process to let go, when this one is told to stop. */
const grace = 2000;

/** How a file is shared. */
export interface DatabaseOptions {
  /** Milliseconds that a transaction waits for another process's; defaults to 20,000, for they take less than one. */
  readonly patience?: number;
  /** Whether the file is looked at alone, and stays as it is; defaults to false. */
  readonly readOnly?: boolean;
}

/** A connection whose writes are short transactions and whose errors are messages for people. */
export class Database {
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly #patience: number;
  readonly #connection: SqlConnection;
  readonly #statements = new Map<string, SqlStatement>();

  constructor(
    connect: SqlConnect,
    path: string,
    { patience = 20_000, readOnly = false }: DatabaseOptions = {},
  ) {
    this.path = path;
    this.isReadOnly = readOnly;
    this.#patience = patience;
    this.#connection = openConnection(connect, path, readOnly);
    try {
      this.#explained(() => this.#waitAtMost(patience));
      this.#explained(() => this.#connection.exec("PRAGMA synchronous = NORMAL"));
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  /** Several statements without values. */
  exec(sql: string): void {
    this.#explained(() => this.#connection.exec(sql));
  }

  run(sql: string, ...values: readonly SqlValue[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#explained(() => this.#statement(sql).run(...values));
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#explained(() => this.#statement(sql).get(...values));
  }

  all(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#explained(() => this.#statement(sql).all(...values));
  }

  /** All or nothing. It takes the write lock at once: one that is taken later may fail with the work half done. */
  transaction<T>(work: () => T): T {
    if (this.isReadOnly) throw storageError(this.path, { errcode: 8 });
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      try {
        this.#connection.exec("ROLLBACK");
      } catch {} // a full disk has rolled it back already
      throw error;
    }
  }

  /** A number that changes when another connection has written. */
  get version(): number {
    return Number(this.get("PRAGMA data_version")!.data_version);
  }

  /** Readers and a writer then do not wait for each other. To switch to it needs the file alone. */
  useWriteAheadLog(): void {
    this.exec("PRAGMA journal_mode = WAL");
  }

  /**
   * Does something that may be done again, as soon as no other process holds the file, and leaves the event loop free
   * meanwhile: SQLite's own wait would keep signals and timers out.
   *
   * @param signal - when it is aborted, patience is short
   * @throws UsageError when patience is over
   */
  async patiently<T>(work: () => T, signal?: AbortSignal): Promise<T> {
    let end = performance.now() + this.#patience;
    let isHurried = false;
    for (let pause = 1; ; pause = Math.min(50, 2 * pause)) {
      if (signal?.aborted && !isHurried) end = Math.min(end, performance.now() + grace);
      isHurried = signal?.aborted ?? false;
      try {
        this.#waitAtMost(0);
        return work();
      } catch (error) {
        if (!isLocked(error) || performance.now() > end) throw error;
      } finally {
        this.#waitAtMost(this.#patience);
      }
      await setTimeout(pause);
    }
  }

  /** Moves what the log holds into the file, so that the file alone can be copied, and closes. */
  close(): void {
    try {
      this.#waitAtMost(100);
      this.#connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch {} // somebody reads it: the log stays beside the file, and nothing is lost
    this.#statements.clear();
    this.#connection.close();
  }

  #waitAtMost(milliseconds: number): void {
    this.#connection.exec(`PRAGMA busy_timeout = ${milliseconds}`);
  }

  #statement(sql: string): SqlStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #explained<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageError(this.path, error);
    }
  }
}
