import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions, type Dataset, nearestName, UsageError } from "../../core/index.js";
import { type ImagesFromFolderOptions, imagesFromFolder } from "./images-from-folder.js";

/**
 * Your own images that are split already: a folder with one sub-folder a split, `train` and `test`, and in each one
 * sub-folder a class.
 *
 * @returns the splits by their folders' names, all with the same classes in the same order
 * @throws UsageError when a class is in one split and not in another, and where {@link imagesFromFolder} does
 */
export async function imageSplitsFromFolder(
  path: string,
  options: ImagesFromFolderOptions = {},
): Promise<Record<string, Dataset>> {
  checkOptions("imageSplitsFromFolder", options, ["imageSize", "channels", "fit"]);
  const splits = await foldersIn(path);
  const classes = await Promise.all(splits.map((split) => foldersIn(join(path, split))));
  for (const [i, split] of splits.entries())
    assertSameClasses(path, [splits[0]!, classes[0]!], [split, classes[i]!]);
  const parts: [string, Dataset][] = [];
  for (const split of splits) parts.push([split, await imagesFromFolder(join(path, split), options)]);
  return Object.fromEntries(parts);
}

/** A class that one split lacks would shift the labels of all that come after it. */
function assertSameClasses(
  path: string,
  [first, known]: readonly [string, readonly string[]],
  [split, classes]: readonly [string, readonly string[]],
): void {
  const missing = known.find((name) => !classes.includes(name));
  const extra = classes.find((name) => !known.includes(name));
  if (missing === undefined && extra === undefined) return;
  const [has, lacks, name] = missing === undefined ? [split, first, extra!] : [first, split, missing];
  const others = (has === first ? classes : known).filter(
    (other) => !(has === first ? known : classes).includes(other),
  );
  const meant = nearestName(name, others);
  throw new UsageError({
    got: `${join(path, has)} has the class folder "${name}", ${join(path, lacks)} has none${meant === undefined ? "" : `, but "${meant}"`}.`,
    expected: "the same class folders in every split: a label means the same in all of them.",
    fix:
      meant === undefined
        ? `put images of "${name}" into ${join(path, lacks, name)}, or take the class out of ${has}.`
        : `mv ${JSON.stringify(join(path, lacks, meant))} ${JSON.stringify(join(path, lacks, name))}`,
  });
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  if (names.length > 0) return names.map(({ name }) => name).sort();
  throw new UsageError({
    got: `${path} has no folders in it, or is none.`,
    expected: "a folder for each split, and in it a folder for each class.",
    fix: `mkdir -p ${join(path, "train", "cat")}, or read one folder of classes by imagesFromFolder(path).`,
  });
}
