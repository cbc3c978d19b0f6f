import { UsageError } from "../core/index.js";
import type { BackendName } from "./backend-report.js";
import { type Started, starters } from "./starters.js";
import type { WantedBackend } from "./wanted-backend.js";

/** The backends that may be chosen unasked, best first. Pure JavaScript is never among them: it is too slow. */
const automatic: readonly BackendName[] = ["tensorflow", "wasm"];

export interface Choice extends Started {
  backend: BackendName;
  why: string;
}

/**
 * Starts the backend that was asked for, or else the best that runs.
 *
 * @param start - how each backend starts
 * @throws UsageError when the one asked for does not start, or none does
 */
export async function chooseBackend(
  wanted: WantedBackend | undefined,
  start: Readonly<Record<BackendName, () => Promise<Started>>> = starters,
): Promise<Choice> {
  if (wanted !== undefined) {
    const started = await start[wanted.name]();
    return { ...started, backend: wanted.name, why: `${started.remark} Asked for by ${wanted.by}.` };
  }
  const failures: string[] = [];
  for (const backend of automatic) {
    try {
      const started = await start[backend]();
      return { ...started, backend, why: [started.remark, ...failures].join(" ") };
    } catch (error) {
      failures.push(`Not ${backend}: ${reason(error)}`);
    }
  }
  throw new UsageError({
    got: `no backend started. ${failures.join(" ")}`,
    expected: "native TensorFlow, or WebAssembly.",
    fix: "type: npx deep-pessimist setup; or, for tiny networks, ask for pure JavaScript: PESSIMIST_BACKEND=cpu",
  });
}

/** One sentence: what went wrong, and what to type. */
function reason(error: unknown): string {
  if (error instanceof UsageError) return `${error.got.replace(/\.$/, "")} (${error.fix}).`;
  return `${error instanceof Error ? error.message : error}.`;
}
