import { UsageError } from "../../core/index.js";
import { checkDataSet } from "../../data/index.js";
import { fine, foundSomething } from "../command.js";
import { parseArguments } from "../parse-arguments.js";

/** `deep-pessimist data check FOLDER`: compares every file with its checksum. */
export async function checkStored(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("data check", args, {});
  const folder = theStoredFolder("check", positionals);
  const damaged = await checkDataSet(folder);
  if (values.json) console.log(JSON.stringify({ folder, damaged }, null, 2));
  else if (damaged.length === 0) console.log(`${folder}: every file is as it was written.`);
  else
    console.log(
      [
        ...damaged.map(({ path, problem }) => `${folder}/${path} is ${problem}.`),
        `To fix: make the data set again; its README.md has the command.`,
      ].join("\n"),
    );
  return damaged.length === 0 ? fine : foundSomething;
}

/** The one folder that was named. */
export function theStoredFolder(command: string, positionals: readonly string[]): string {
  const [folder] = positionals;
  if (folder !== undefined && positionals.length === 1) return folder.replace(/(?<=.)\/+$/, "");
  throw new UsageError({
    got: `deep-pessimist data ${command} got ${positionals.length} folders.`,
    expected: "one, as deep-pessimist data has written it.",
    fix: `write deep-pessimist data ${command} FOLDER.`,
  });
}
