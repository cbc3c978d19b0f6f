import { UsageError } from "../../core/index.js";
import type { Objective } from "../studies/study.js";
import { importFile } from "./import-file.js";

/**
 * Runs a user's file, TypeScript or JavaScript, and takes what it exports: a program, or an objective alone.
 *
 * @param file - absolute
 * @param milliseconds - in which it must be loaded; defaults to 120,000
 * @throws UsageError when the file throws, or takes longer
 */
export async function loadExports(file: string, milliseconds?: number): Promise<Record<string, unknown>> {
  const [{ register: registerCommonJs }, { register: registerModules }] = await Promise.all([
    import("tsx/cjs/api"),
    import("tsx/esm/api"),
  ]);
  registerCommonJs();
  registerModules();
  process.setSourceMapsEnabled(true); // stacks then speak of the user's own lines
  const exported = await importFile(file, milliseconds);
  const inner = exported.default as Record<string, unknown> | undefined;
  // Files compiled to CommonJS keep their default one level down.
  return typeof inner === "object" && inner !== null && "default" in inner ? inner : exported;
}

/**
 * The objective that a file exports: as `objective`, as its default, or within the program that is its default.
 *
 * @throws UsageError when it exports none
 */
export async function loadObjective(file: string): Promise<Objective> {
  const exported = await loadExports(file, Number.POSITIVE_INFINITY); // its parent looks at the clock
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
