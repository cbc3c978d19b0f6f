import type { System } from "./internals.js";

/**
 * The compiler's view of the disk, without watches on installed packages: a library's hundreds of declarations do
 * not change under a running notebook, and the system's watches are few.
 */
export function quietSystem(system: System): System {
  const watchFile: System["watchFile"] = (path, callback, pollingInterval) =>
    path.includes("/node_modules/") ? { close() {} } : system.watchFile(path, callback, pollingInterval);
  return Object.create(system, { watchFile: { value: watchFile } });
}
