import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { ownLine, UsageError } from "../../core/index.js";
import type { Objective } from "../studies/study.js";

/**
 * Runs a user's file, TypeScript or JavaScript, and takes what it exports: a program, or an objective alone.
 *
 * @param file - absolute
 * @throws UsageError when the file throws
 */
export async function loadExports(file: string): Promise<Record<string, unknown>> {
  const [{ register: registerCommonJs }, { register: registerModules }] = await Promise.all([
    import("tsx/cjs/api"),
    import("tsx/esm/api"),
  ]);
  registerCommonJs();
  registerModules();
  process.setSourceMapsEnabled(true); // stacks then speak of the user's own lines
  try {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const inner = exported.default as Record<string, unknown> | undefined;
    // Files compiled to CommonJS keep their default one level down.
    return typeof inner === "object" && inner !== null && "default" in inner ? inner : exported;
  } catch (error) {
    throw threw(file, error);
  }
}

/** What the user's file did wrong, with the user's own line; a call that was refused says itself what is right. */
function threw(file: string, error: unknown): UsageError {
  const { message, where = "" } = ownLine(file, error);
  const { got, expected, fix } = error as Partial<UsageError>;
  return new UsageError(
    error instanceof UsageError
      ? { got: `${got}\n${where || `    in ${file}`}`, expected: expected!, fix: fix! }
      : {
          got: `${file} threw: ${message}${where && `\n${where}`}`,
          expected: "a file that runs by itself and exports an objective.",
          fix: `repair it, and try the file alone: npx tsx ${basename(file)}`,
        },
    { cause: error },
  );
}

/**
 * The objective that a file exports: as `objective`, as its default, or within the program that is its default.
 *
 * @throws UsageError when it exports none
 */
export async function loadObjective(file: string): Promise<Objective> {
  const exported = await loadExports(file);
  const program = exported.default as { objective?: unknown } | undefined;
  const found = [exported.objective, program?.objective, exported.default].find(
    (value) => typeof value === "function",
  );
  if (found !== undefined) return found as Objective;
  throw new UsageError({
    got: `${file} exports ${Object.keys(exported).join(", ") || "nothing"}.`,
    expected: "a function of a trial, as its default or as `objective`.",
    fix: "write export default async function (trial) { … return loss; }.",
  });
}
