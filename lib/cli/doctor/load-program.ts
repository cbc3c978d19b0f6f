import { pathToFileURL } from "node:url";
import { register as registerCommonJs } from "tsx/cjs/api";
import { register as registerModules } from "tsx/esm/api";
import { ownLine, UsageError } from "../../core/index.js";
import type { SeededProgram, TrainingProgram } from "../../debugging/index.js";

/**
 * Runs a user's file, TypeScript or JavaScript, module or CommonJS, and takes its default export.
 *
 * The file shares this process's copy of TensorFlow.js: models of another copy could not be examined.
 *
 * @param file - absolute
 * @throws UsageError when the file throws, with the user's own line, or when it exports no program
 */
export async function loadProgram(file: string): Promise<TrainingProgram | SeededProgram> {
  registerCommonJs();
  registerModules();
  process.setSourceMapsEnabled(true); // stacks then speak of the user's own lines
  const exported = await imported(file);
  const value = defaultOf(exported);
  if (typeof value !== "function" && (typeof value !== "object" || value === null))
    throw noProgram(file, exported);
  return value as TrainingProgram | SeededProgram;
}

async function imported(file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw threw(file, error);
  }
}

/** CommonJS files compiled from modules keep their default one level down. */
function defaultOf(exported: Record<string, unknown>): unknown {
  const value = exported.default as Record<string, unknown> | undefined;
  const inner =
    typeof value === "object" && value !== null && !("model" in value) ? value.default : undefined;
  return inner ?? value;
}

/** What the user's file did wrong, said with the user's own line. */
export function threw(file: string, error: unknown): UsageError {
  const { message, where } = ownLine(file, error);
  return new UsageError({
    got: `${file} threw: ${message}${where === undefined ? "" : `\n${where}`}`,
    expected: "a file that runs by itself and exports a training program.",
    fix: "repair the line above, and try the file alone with npx tsx.",
  });
}

function noProgram(file: string, exported: Record<string, unknown>): UsageError {
  const names = Object.keys(exported).filter((name) => name !== "default" && name !== "module.exports");
  const value = exported.default;
  const empty = value === undefined || (typeof value === "object" && value !== null);
  return new UsageError({
    got: empty
      ? `${file} has no default export${names.length > 0 ? `; it exports ${names.join(", ")}` : ""}.`
      : `${file} has a default export that is ${value === null ? "null" : `a ${typeof value}`}.`,
    expected: "a training program, or a function of a seed that returns one.",
    fix: 'end the file with: export default { model, optimizer: "adam", loss: "categoricalCrossentropy", train: { x, y } };',
  });
}
