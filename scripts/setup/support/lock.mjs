import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 2_000;
/** A holder that has not touched its lock for so long is gone, whatever now runs under its process number. */
const silentMs = 30_000;
/** The programs of a set-up that was killed end with it, but only after a moment. */
const graceMs = 1_000;

/**
 * Waits until no other set-up works here, then keeps others out. A lock whose owner died is taken over.
 *
 * @param {string} file
 * @param {{ onWait?: (pid: number) => void, signal?: AbortSignal, pollMs?: number, grace?: number }} [options] -
 *   `onWait` is called once, with the process that works here now
 * @returns {Promise<() => void>} gives the lock back; doing so twice is fine
 */
export async function takeLock(file, { onWait = () => {}, signal, pollMs = 300, grace = graceMs } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!create(file)) {
    const holder = read(file);
    if (holder === undefined) continue;
    if (isStale(holder)) {
      await sleep(grace, undefined, { signal });
      remove(file, holder.text);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await sleep(pollMs, undefined, { signal });
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMs);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off("exit", release);
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

/**
 * The lock appears whole or not at all: it is written beside and then linked into place.
 *
 * @param {string} file
 */
function create(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    // A file system without links: the exclusive flag is nearly as good.
    return createExclusively(file);
  } finally {
    rmSync(own, { force: true });
  }
}

/** @param {string} file */
function createExclusively(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @typedef {{ pid: number, host: string, silentFor: number, text: string }} Holder
 * @param {string} file
 * @returns {Holder | undefined} undefined where the lock went away meanwhile
 */
function read(file) {
  try {
    const text = readFileSync(file, "utf8");
    const silentFor = Date.now() - statSync(file).mtimeMs;
    try {
      const { pid, host } = JSON.parse(text);
      return { pid: Number(pid), host: String(host), silentFor, text };
    } catch {
      return { pid: Number.NaN, host: "", silentFor: Number.POSITIVE_INFINITY, text };
    }
  } catch {
    return undefined;
  }
}

/** @param {Holder} holder */
function isStale({ pid, host, silentFor }) {
  if (silentFor > silentMs) return true;
  return host === hostname() && !isAlive(pid);
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Takes a stale lock away, unless somebody else did so first and the lock is a fresh one by now.
 *
 * @param {string} file
 * @param {string} text - what the stale lock holds
 */
function remove(file, text) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== text) linkSync(aside, file);
  } catch {
    // Gone already, or taken again: the next try to create it will tell.
  }
  rmSync(aside, { force: true });
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was removed under us; the step that works in it will say so.
  }
}
