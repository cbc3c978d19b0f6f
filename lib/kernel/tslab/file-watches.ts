import { statSync } from "node:fs";
import type { System, WatchedFile } from "./internals.js";

interface Watch {
  version: string | undefined;
  tell: Set<WatchedFile>;
}

/** TypeScript's FileWatcherEventKind. */
const event = { created: 0, changed: 1, deleted: 2 };

function versionOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}

/**
 * Which files have changed is asked before each use of the compiler, instead of waiting for the system to tell: a cell
 * that runs right after a save sees what was saved. Installed packages do not change under a running notebook.
 */
export class FileWatches {
  readonly #watches = new Map<string, Watch>();

  /** A system whose watches these are; folders need none, for names are looked up anew. */
  watching(system: System): System {
    return Object.create(system, {
      // tslab sets it, and means it for the whole process.
      useCaseSensitiveFileNames: {
        get: () => system.useCaseSensitiveFileNames,
        set: (value: boolean) => {
          system.useCaseSensitiveFileNames = value;
        },
      },
      watchFile: { value: (path: string, tell: WatchedFile) => this.#watch(path, tell), writable: true },
      watchDirectory: { value: () => ({ close() {} }), writable: true },
    });
  }

  /** Tells of every file that has changed since it was last asked, and names them. */
  poll(): string[] {
    const changed = [...this.#watches].filter(([path, { version }]) => versionOf(path) !== version);
    for (const [path, watch] of changed) {
      const before = watch.version;
      watch.version = versionOf(path);
      const kind =
        before === undefined ? event.created : watch.version === undefined ? event.deleted : event.changed;
      for (const tell of watch.tell) tell(path, kind);
    }
    return changed.map(([path]) => path);
  }

  #watch(path: string, tell: WatchedFile): { close(): void } {
    if (path.includes("/node_modules/")) return { close() {} };
    const watch = this.#watches.get(path) ?? { version: versionOf(path), tell: new Set() };
    this.#watches.set(path, watch);
    watch.tell.add(tell);
    return {
      close: () => {
        watch.tell.delete(tell);
        if (watch.tell.size === 0) this.#watches.delete(path);
      },
    };
  }
}
