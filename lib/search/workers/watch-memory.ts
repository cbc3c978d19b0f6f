import { readFileSync } from "node:fs";

/** How often it is looked at, in milliseconds. */
const interval = 250;

/**
 * Watches how much memory a process holds, where the system tells (Linux).
 *
 * @param limit - megabytes; undefined for none
 * @param onTooMuch - told once, with the megabytes
 * @returns ends the watch
 */
export function watchMemory(
  pid: number | undefined,
  limit: number | undefined,
  onTooMuch: (used: number) => void,
): () => void {
  if (pid === undefined || limit === undefined) return () => {};
  const timer = setInterval(() => {
    const used = residentMb(pid);
    if (used === undefined || used <= limit) return;
    clearInterval(timer);
    onTooMuch(Math.round(used));
  }, interval);
  return () => clearInterval(timer);
}

function residentMb(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
