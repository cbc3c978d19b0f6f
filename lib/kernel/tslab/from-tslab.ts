import { createRequire } from "node:module";
import { UsageError } from "../../core/index.js";

const require: NodeJS.Require = createRequire(import.meta.url);

/** `require` as tslab's own files have it: it brings ZeroMQ and its TypeScript, wherever npm has put them. */
function tslabRequire(): NodeJS.Require {
  try {
    return createRequire(require.resolve("tslab"));
  } catch {
    throw new UsageError({
      got: "tslab, which compiles the cells, is not installed.",
      expected: "tslab 1.0.22 beside deep-pessimist.",
      fix: "npm install tslab@1.0.22",
    });
  }
}

/**
 * Loads one of tslab's own files ("./converter.js") or of its dependencies ("zeromq"), on demand.
 *
 * @throws UsageError if tslab is not installed.
 */
export function fromTslab<Exports>(id: string): Exports {
  return tslabRequire()(id) as Exports;
}

/** The file that `fromTslab(id)` loads. */
export function resolveFromTslab(id: string): string {
  return tslabRequire().resolve(id);
}

/** @throws UsageError if tslab is not installed. */
export function assertTslab(): void {
  tslabRequire();
}
