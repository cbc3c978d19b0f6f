import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../core/index.js";
import type { RunIdentity } from "./run-identity.js";

/** What each part is called in a message. */
const words = { model: "model", data: "data", recipe: "recipe" } as const;

/**
 * @param stored - of the checkpoint in `folder`
 * @throws UsageError where it is of another training: it names what differs
 */
export function assertSameRun(stored: RunIdentity, wanted: RunIdentity, folder: string): void {
  const same = JSON.parse(JSON.stringify(wanted)) as RunIdentity; // as it would have been stored
  for (const part of Object.keys(words) as (keyof RunIdentity)[]) {
    const names = [...new Set([...Object.keys(stored[part]), ...Object.keys(same[part])])];
    const name = names.find((key) => !isDeepStrictEqual(stored[part][key], same[part][key]));
    if (name === undefined) continue;
    throw new UsageError({
      got: `${folder} holds a checkpoint of another training: its ${words[part]} has ${difference(name, stored[part][name], same[part][name])}.`,
      expected: "a folder that is empty, or holds a checkpoint of this very training.",
      fix: `pass { checkpoint: { folder: … } } with another folder, or begin anew: rm -r ${JSON.stringify(folder)}.`,
    });
  }
}

/** In an object, the first field that differs; of a list, the first place. */
function difference(name: string, stored: unknown, wanted: unknown): string {
  if (isRecord(stored) && isRecord(wanted)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(wanted)])];
    const key = keys.find((candidate) => !isDeepStrictEqual(stored[candidate], wanted[candidate]))!;
    return difference(Array.isArray(stored) ? `${name} ${key}` : `${name}.${key}`, stored[key], wanted[key]);
  }
  return `${name} = ${spell(stored)}, this one ${spell(wanted)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function spell(value: unknown): string {
  return value === undefined || value === null ? "none" : JSON.stringify(value);
}
