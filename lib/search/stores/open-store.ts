import { UsageError } from "../../core/index.js";
import { memoryStore } from "./memory-store.js";
import type { Store } from "./store.js";

/**
 * Opens the store that a study's `storage` names.
 *
 * @param storage - ":memory:", or a store made by hand; defaults to ":memory:"
 * @throws UsageError when nothing is known to open it with
 */
export async function openStore(storage: string | Store = ":memory:"): Promise<Store> {
  if (typeof storage !== "string") return storage;
  if (storage === ":memory:") return memoryStore();
  throw new UsageError({
    got: `createStudy got the storage "${storage}".`,
    expected: '":memory:" or a Store.',
    fix: "leave out storage to keep the study in memory.",
  });
}
