import { nearestName, UsageError } from "../core/index.js";
import { type BackendName, backendNames } from "./backend-report.js";

/** A backend that somebody asked for, and where. */
export interface WantedBackend {
  name: BackendName;
  /** As in "PESSIMIST_BACKEND=wasm". */
  by: string;
}

/**
 * The backend asked for, by the variable PESSIMIST_BACKEND or else by the caller's option; undefined when by neither.
 *
 * @throws UsageError when there is no such backend
 * @example
 * wantedBackend("wasm", ""); // { name: "wasm", by: 'backend: "wasm"' }
 */
export function wantedBackend(
  option: string | undefined,
  variable: string | undefined = process.env.PESSIMIST_BACKEND,
): WantedBackend | undefined {
  if (variable) return { name: known(variable, "PESSIMIST_BACKEND"), by: `PESSIMIST_BACKEND=${variable}` };
  if (option === undefined) return undefined;
  return { name: known(option, "the option backend"), by: `backend: "${option}"` };
}

function known(name: string, where: string): BackendName {
  const found = backendNames.find((backend) => backend === name);
  if (found !== undefined) return found;
  const meant = nearestName(name, backendNames);
  throw new UsageError({
    got: `${where} is "${name}", which is no backend.`,
    expected: `one of ${backendNames.map((backend) => `"${backend}"`).join(", ")}.`,
    fix: meant === undefined ? "leave it out: the best one is then found." : `write "${meant}".`,
  });
}
