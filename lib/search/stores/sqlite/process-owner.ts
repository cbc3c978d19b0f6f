import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Stores that are open in this process. */
const open = new Set<string>();
let opened = 0;

/** Who runs a trial: a store that is open in a process of a machine. */
export interface Owner {
  readonly name: string;
  /** From now on it counts as gone. */
  close(): void;
}

/** An owner for a store that is being opened. */
export function newOwner(): Owner {
  const name = [process.pid, hostname(), startOf(process.pid) ?? "", performance.timeOrigin, opened++].join(
    "|",
  );
  open.add(name);
  return { name, close: () => void open.delete(name) };
}

/**
 * Whether a trial's owner will never end it. No clock is asked: a process is there or it is not. Of another machine's
 * nothing is known.
 */
export function isGone(owner: string): boolean {
  const [pid, host, start = ""] = owner.split("|");
  if (open.has(owner)) return false;
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true; // an earlier process had our number, or the store was closed
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  const started = startOf(Number(pid));
  return started !== undefined && started !== start; // its number is another process's by now
}

/** When a process began, in ticks since the machine did; undefined where the system does not say, or it has ended. */
function startOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    return fields[0] === "Z" ? "ended" : fields[19];
  } catch {
    return undefined;
  }
}
