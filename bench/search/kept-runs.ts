import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestFunction } from "./functions.js";
import type { Run } from "./runs.js";

/** The studies of a peer that were run before: hours of them, and the same each time. */
export interface KeptRuns {
  find(tested: TestFunction, seed: number): Run | undefined;
  keep(run: Run): void;
}

/**
 * Keeps a peer's studies in .cache/bench-runs, so that a race that was stopped goes on. A file is of one program with one
 * list of packages: where either changes, the peer runs again. How long things took is not to be read from them.
 *
 * @param files - the peer's program and the list of its packages
 */
export function keptRuns(root: string, files: readonly string[], sampler: string, trials: number): KeptRuns {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  const name = `${sampler.replaceAll(/\W/g, "-")}-${trials}-${hash.digest("hex").slice(0, 12)}.jsonl`;
  const path = join(root, ".cache", "bench-runs", name);
  const keyOf = (name: string, seed: number): string => `${name} ${seed}`;
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const kept = new Map(
    lines.map(parsed).flatMap((run) => (run ? [[keyOf(run.function, run.seed), run]] : [])),
  );
  mkdirSync(dirname(path), { recursive: true });
  return {
    find: ({ name }, seed) => kept.get(keyOf(name, seed)),
    keep: (run) => appendFileSync(path, `\n${JSON.stringify(run)}`),
  };
}

/** The last line may have been cut off. */
function parsed(line: string): Run | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
