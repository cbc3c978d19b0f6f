import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "./usage-error.js";

/** Locks of this process, whose number in a lock file would otherwise mean that an earlier one had it. */
const held = new Set<string>();

/** What a lock is for. */
export interface TakeLockOptions {
  /** What its owner does, in words that follow "another process is": "writing this data set". */
  doing: string;
}

/**
 * Says by a file that this process alone works here, until the returned function is called. What a dead process of this
 * machine has left is taken over.
 *
 * @param path - of the lock file, in a folder that is there
 * @throws UsageError where another process, or another part of this one, has it
 */
export async function takeLock(path: string, { doing }: TakeLockOptions): Promise<() => Promise<void>> {
  const key = resolve(path);
  const own = `${process.pid}@${hostname()}`;
  const taken = (owner: string) =>
    new UsageError({
      got: `another process (${owner || "unknown"}) is ${doing}.`,
      expected: "one at a time.",
      fix: `wait for it; if there is none any more, rm ${JSON.stringify(path)}.`,
    });
  if (held.has(key)) throw taken(own);
  held.add(key);
  try {
    if (!(await create(path, own))) {
      const owner = await ownerOf(path);
      if (!isLeftBehind(owner, own)) throw taken(owner);
      await takeAway(path, own);
      if (!(await create(path, own))) throw taken(await ownerOf(path));
    }
  } catch (error) {
    held.delete(key);
    throw error;
  }
  return async () => {
    await rm(path, { force: true });
    held.delete(key);
  };
}

/** Whether the file was not there and now is. */
async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead process's lock, one process at a time: a second one would remove the first one's new lock. */
async function takeAway(path: string, own: string): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await create(guard, own))) {
    if (!isLeftBehind(await ownerOf(guard), own)) return; // it is being taken over
    await rm(guard, { force: true }); // by one that died over it
    if (!(await create(guard, own))) return;
  }
  try {
    if (isLeftBehind(await ownerOf(path), own)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** Who has the lock; empty where nobody has, or died before saying so. */
async function ownerOf(path: string): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const owner = await readFile(path, "utf8").catch(() => undefined);
    if (owner === undefined) return "";
    if (owner !== "") return owner;
    await setTimeout(25); // it was made this moment, perhaps, and is not written yet
  }
  return "";
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
