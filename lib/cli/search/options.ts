import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { readQueueAddress } from "../../search/queue/queue-address.js";
import { numberOption } from "../number-option.js";

/** The one file that a command takes, absolute. */
export function oneFile(action: string, positionals: readonly string[], what: string): string {
  const [given] = positionals;
  const file = given === undefined ? "" : resolve(given);
  if (positionals.length === 1 && existsSync(file) && statSync(file).isFile()) return file;
  throw new UsageError({
    got:
      positionals.length === 1
        ? `there is no file ${given} (looked at ${file}).`
        : `deep-pessimist search ${action} got ${positionals.length} files.`,
    expected: `one file: ${what}.`,
    fix: `write deep-pessimist search ${action} ${what.includes("database") ? "studies.db" : "study.ts"}.`,
  });
}

/** An option's value as a whole number from 1; undefined where the option is not there. */
export function countOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = numberOption(name, text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UsageError({
    got: `--${name} is ${text}.`,
    expected: "a whole number from 1.",
    fix: `write --${name} 4, for instance.`,
  });
}

/** `--queue`, where a command cannot do without. */
export function queueOption(action: string, queue: string | undefined): string {
  if (queue !== undefined) return queue;
  throw new UsageError({
    got: `deep-pessimist search ${action} got no --queue.`,
    expected: "the address of Redis, Valkey or PostgreSQL.",
    fix: `write deep-pessimist search ${action} study.ts --queue redis://:password@host:6379.`,
  });
}

/** Says when a queue's server stops answering, and when it answers again. */
export function tellServer(queue: string): (answers: boolean) => void {
  const { shown } = readQueueAddress(queue);
  return (answers) =>
    console.error(
      answers
        ? `${shown} answers again.`
        : `${shown} does not answer. Trials wait until it does; Ctrl-C ends this, and the same command goes on later.`,
    );
}

/** The first Ctrl-C stops the search and hands back what runs; a second one ends at once. */
export function stopOnInterrupt(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
