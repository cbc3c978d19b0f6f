import { nearestName, UsageError } from "../core/index.js";
import { type Command, couldNotRun, fine } from "./command.js";
import { commandTable } from "./command-table.js";
import { version } from "./version.js";

/**
 * Runs one command line and says how it ended, as an exit code; a mistake is printed, never thrown.
 *
 * @param args - what was typed after `deep-pessimist`
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    report(error, args.includes("--json"));
    return couldNotRun;
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help")
    return say(await overview());
  if (name === "--version" || name === "-v") return say(version());
  const command = await find(name);
  const options = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (options.includes("--help") || options.includes("-h")) return say(command.usage.trim());
  return command.run(rest);
}

async function find(name: string): Promise<Command> {
  const names = Object.keys(commandTable);
  if (names.includes(name)) return (await commandTable[name]!()).command;
  const meant = nearestName(name, names);
  throw new UsageError({
    got: `deep-pessimist has no command "${name}".`,
    expected: `one of ${names.join(", ")}.`,
    fix: meant === undefined ? "see deep-pessimist --help." : `write deep-pessimist ${meant}.`,
  });
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(commandTable).map(async (load) => (await load()).command));
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    "deep-pessimist: find out why a neural network fails",
    "",
    "Usage: deep-pessimist COMMAND [ARGUMENT…] [--json]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}   ${command.summary}`),
    "",
    "deep-pessimist COMMAND --help says more; --version prints the version.",
    "Exit codes: 0 fine, 1 found something, 2 could not run.",
  ].join("\n");
}

function say(text: string): number {
  console.log(text);
  return fine;
}

/** A caller's mistake needs no stack; a fault of ours does. With `--json`, standard output stays one document. */
function report(error: unknown, json: boolean): void {
  if (!(error instanceof UsageError)) {
    console.error(error);
  } else if (json) {
    const { got, expected, fix } = error;
    console.log(JSON.stringify({ error: { got, expected, fix } }, null, 2));
  } else {
    console.error(`deep-pessimist: ${error.message}`);
  }
}
