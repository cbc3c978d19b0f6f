import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { readQueueAddress } from "../../search/queue/queue-address.js";
import type { TrialLimits } from "../../search/workers/trial-process.js";
import { numberOption } from "../number-option.js";

/** The one file that a command takes, absolute. */
export function oneFile(action: string, positionals: readonly string[], what: string): string {
  const [given, ...more] = positionals;
  const file = given === undefined ? "" : resolve(given);
  const found = given !== undefined && existsSync(file) ? statSync(file) : undefined;
  if (more.length === 0 && found?.isFile()) return file;
  throw new UsageError({
    got:
      given === undefined || more.length > 0
        ? `deep-pessimist search ${action} got ${given === undefined ? "no file" : positionals.join(" and ")}.`
        : `${found === undefined ? `there is no file ${given}` : `${given} is no file`} (looked at ${file}).`,
    expected: `one file: ${what}.`,
    fix: `write deep-pessimist search ${action} and the file's path.`,
  });
}

/** The one database that a command looks at, absolute: as a path or as Optuna writes it; studies.db where none is given. */
export function oneDatabase(action: string, positionals: readonly string[]): string {
  const paths = positionals.map((path) => path.replace(/^sqlite:\/\/\/?/, ""));
  return oneFile(action, paths.length > 0 ? paths : ["studies.db"], "that search run has made, by --storage");
}

/** An option's value as a whole number; undefined where the option is not there. */
export function countOption(
  name: string,
  text: string | undefined,
  {
    lowest = 1,
    highest = Number.MAX_SAFE_INTEGER,
    example = 4,
  }: { readonly lowest?: number; readonly highest?: number; readonly example?: number } = {},
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw new UsageError({
    got: `--${name} is ${JSON.stringify(text)}.`,
    expected: `a whole number from ${lowest}${highest < Number.MAX_SAFE_INTEGER ? ` to ${highest}` : ""}.`,
    fix: `write --${name} ${example}, for instance.`,
  });
}

/** What is too much, as `--load-timeout`, `--trial-timeout` and `--trial-memory` say. */
export function limitOptions(values: {
  readonly "load-timeout"?: string | undefined;
  readonly "trial-timeout"?: string | undefined;
  readonly "trial-memory"?: string | undefined;
}): TrialLimits {
  return {
    timeoutMs: milliseconds(limitOption("trial-timeout", values["trial-timeout"])),
    memoryMb: limitOption("trial-memory", values["trial-memory"]),
    loadTimeoutMs: milliseconds(limitOption("load-timeout", values["load-timeout"])),
  };
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : 1000 * seconds;
}

function limitOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = numberOption(name, text, 600);
  if (value > 0) return value;
  throw new UsageError({
    got: `--${name} is ${text}.`,
    expected: "a number above 0.",
    fix: `write --${name} 600, for instance, or leave it out.`,
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
