import { existsSync } from "node:fs";
import { readdir, rename, rmdir, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { checkDataSet } from "./check-data-set.js";
import { type DataSetRecord, readRecord, recordFile } from "./record.js";

/**
 * The record of a data set that is in the folder already, if it is the one that was asked for and whole.
 *
 * @throws UsageError where anything else is there: nothing is ever overwritten
 */
export async function alreadyThere(folder: string, request: string): Promise<DataSetRecord | undefined> {
  if (!existsSync(folder)) return undefined;
  if (!(await stat(folder)).isDirectory()) throw taken(folder, "is a file");
  const files = await readdir(folder);
  if (files.length === 0) {
    if (resolve(folder) !== process.cwd()) return undefined;
    throw taken(folder, "is the folder that you are in");
  }
  if (!files.includes(recordFile))
    throw taken(folder, `holds other things (${files.slice(0, 3).join(", ")})`);
  const record = await readRecord(folder);
  if (record.request !== request)
    throw taken(folder, `holds another data set, "${record.about.title ?? "without a title"}"`);
  const [damaged] = await checkDataSet(folder);
  if (damaged === undefined) return record;
  throw taken(folder, `holds this data set, but damaged: ${damaged.path} is ${damaged.problem}`);
}

/** Gives the finished folder its name. An empty folder may be in its place. */
export async function moveInPlace(unfinished: string, folder: string): Promise<void> {
  if (existsSync(folder)) await rmdir(folder);
  await rename(unfinished, folder);
}

function taken(name: string, what: string): UsageError {
  return new UsageError({
    got: `${name} ${what}.`,
    expected: "a folder that is not there yet, or empty: nothing is overwritten.",
    fix: `write to ${JSON.stringify(`${name}-2`)}, or move ${name} away.`,
  });
}
