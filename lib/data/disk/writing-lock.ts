import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { UsageError } from "../../core/index.js";

/** Locks of this process, whose number in a lock file would otherwise mean that an earlier one had it. */
const held = new Set<string>();

/**
 * Says that this process writes here, until the returned function is called. What a dead process of this machine has
 * left is taken over.
 *
 * @throws UsageError where another process writes
 */
export async function takeWritingLock(path: string): Promise<() => Promise<void>> {
  const own = `${process.pid}@${hostname()}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, own, { flag: "wx" });
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = await readFile(path, "utf8").catch(() => "");
    if (attempt > 0 || held.has(path) || !isLeftBehind(owner, own))
      throw new UsageError({
        got: `another process (${owner || "unknown"}) is writing this data set.`,
        expected: "one at a time.",
        fix: `wait for it; if there is none any more, rm ${JSON.stringify(path)}.`,
      });
    await rm(path, { force: true });
  }
}

/** A process of this machine that runs no more; our own number is an earlier process's. */
function isLeftBehind(owner: string, own: string): boolean {
  if (owner === own || owner === "") return true;
  const [pid, machine] = owner.split("@");
  if (machine !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
