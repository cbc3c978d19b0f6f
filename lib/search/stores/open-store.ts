import { UsageError } from "../../core/index.js";
import { memoryStore } from "./memory-store.js";
import { sqliteStore } from "./sqlite/sqlite-store.js";
import type { Store } from "./store.js";

/**
 * Opens the store that a study's `storage` names.
 *
 * @param storage - ":memory:"; the path of an SQLite file, or its address as Optuna writes it, "sqlite:///runs/study.db";
 *   or a store made by hand; defaults to ":memory:"
 * @throws UsageError for an address of another kind, and where the file cannot be opened
 */
export async function openStore(storage: string | Store = ":memory:"): Promise<Store> {
  if (typeof storage !== "string") return storage;
  if (storage === ":memory:") return memoryStore();
  const [, scheme, path = storage] = /^(\w[\w+.-]+):\/\/\/?(.*)$/s.exec(storage) ?? [];
  if ((scheme === undefined || scheme === "sqlite") && path !== "") return sqliteStore(path);
  throw new UsageError({
    got: `createStudy got the storage "${storage}".`,
    expected: '":memory:", the path of a file, or a Store.',
    fix: 'write storage: "studies.db"; Redis and PostgreSQL spread the trials, see deep-pessimist search --help.',
  });
}
