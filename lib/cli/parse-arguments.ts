import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearestName, UsageError } from "../core/index.js";

type OptionTable = NonNullable<ParseArgsConfig["options"]>;
type Parsed<Options extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: Options & typeof everyCommandHas; allowPositionals: true; strict: true }>
>;

const everyCommandHas = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads a command's arguments by Node's own rules; `--json` and `--help` are known everywhere.
 *
 * @param name - the command's name, for messages
 * @param args - what came after it
 * @param options - the command's own options, in the form of `parseArgs` of `node:util`
 * @throws UsageError for an option that the command does not have, naming the one that was probably meant,
 *   and for an option without its value
 * @example
 * parseArguments("decompose", ["a.parquet", "--json"], {}).values.json; // true
 * parseArguments("decompose", ["a.parquet", "--json"], {}).positionals; // ["a.parquet"]
 */
export function parseArguments<const Options extends OptionTable>(
  name: string,
  args: readonly string[],
  options: Options,
): Parsed<Options> {
  const known = { ...options, ...everyCommandHas };
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    throw explained(name, error as Error & { code?: string }, Object.keys(known));
  }
}

/** Node's message, said in three parts. */
function explained(name: string, error: Error & { code?: string }, known: readonly string[]): UsageError {
  const unknown = /Unknown option '(-[^']+)'/.exec(error.message)?.[1];
  const see = `see deep-pessimist ${name} --help`;
  const withoutValue = /'(--[^' ]+).*argument (?:missing|is ambiguous)/.exec(error.message)?.[1];
  if (withoutValue !== undefined)
    return new UsageError({
      got: `deep-pessimist ${name} got ${withoutValue} without its value.`,
      expected: `${withoutValue} VALUE; ${withoutValue}=VALUE where the value begins with a dash.`,
      fix: `${see}.`,
    });
  if (unknown === undefined)
    return new UsageError({
      got: `deep-pessimist ${name}: ${error.message.split(". ")[0]!.replace(/\.$/, "")}.`,
      expected: "each option as its help says.",
      fix: `${see}.`,
    });
  const meant = nearestName(unknown.replace(/^-+/, ""), known);
  return new UsageError({
    got: `deep-pessimist ${name} got ${unknown}, which it does not have.`,
    expected: `one of ${known.map((option) => `--${option}`).join(", ")}.`,
    fix: meant === undefined ? `${see}.` : `write --${meant} instead of ${unknown}.`,
  });
}
