import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { checkChoice, checkCount } from "../check-values.js";
import { datasetFromArrays } from "./dataset-from-arrays.js";
import { loadSharp, type Sharp } from "./load-sharp.js";

/** Files read at the same time; more gains nothing. */
const atOnce = 16;

/** Options for {@link imagesFromFolder}. */
export interface ImagesFromFolderOptions {
  /** Every image is scaled to this many pixels along each side, 4 … 1024; defaults to 32. */
  imageSize?: number;
  /** 3 for colour, 1 for grey; defaults to 3. */
  channels?: 1 | 3;
  /** How an image that is not square is made square: "cover" cuts its edges off, "fill" distorts it; defaults to "cover". */
  fit?: "cover" | "fill";
}

/**
 * Your own images: a folder with one sub-folder a class, and in it PNG, JPEG, WebP, GIF, TIFF or AVIF files of any size.
 *
 * They are read and scaled once, and kept as bytes of shape [batch, imageSize, imageSize, channels]. Classes and files
 * come in alphabetical order; names that begin with a dot are skipped. Turned photographs are set upright.
 *
 * @param path - the folder that holds the class folders
 * @throws UsageError when there is nothing to read, or a file is no image; it is named
 */
export async function imagesFromFolder(
  path: string,
  options: ImagesFromFolderOptions = {},
): Promise<Dataset> {
  checkOptions("imagesFromFolder", options, ["imageSize", "channels", "fit"]);
  const { imageSize = 32, channels = 3, fit = "cover" } = options;
  checkCount("imageSize", imageSize, 4, 1024);
  checkChoice("channels", channels, [1, 3]);
  checkChoice("fit", fit, ["cover", "fill"]);
  const classes = await classFolders(path);
  const files = (await Promise.all(classes.map((name) => filesOfClass(path, name)))).flat();
  const sharp = await loadSharp("reading images");
  const length = imageSize * imageSize * channels;
  assertFitsInMemory("imagesFromFolder", files.length * length);
  const x = new Uint8Array(files.length * length);
  for (let start = 0; start < files.length; start += atOnce)
    await Promise.all(
      files.slice(start, start + atOnce).map(async ({ id }, i) => {
        const pixels = await readImage(sharp, join(path, id), { imageSize, channels, fit });
        x.set(pixels, (start + i) * length);
      }),
    );
  return datasetFromArrays({
    x,
    shape: [imageSize, imageSize, channels],
    labels: files.map(({ className }) => classes.indexOf(className)),
    classes,
    ids: files.map(({ id }) => id),
  });
}

/** The names of the folders in `path`, in alphabetical order whatever the computer's language. */
async function classFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError({
      got: `${path} ${cause.code === "ENOTDIR" ? "is a file" : cause.code === "ENOENT" ? "does not exist" : `cannot be read (${cause.code})`}.`,
      expected: "a folder with one sub-folder a class.",
      fix: `mkdir -p ${join(path, "cat")} ${join(path, "dog")}, and put the images there.`,
    });
  });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  if (names.length >= 2) return names.map((entry) => entry.name).sort();
  throw new UsageError({
    got: `${path} has ${names.length === 0 ? "no class folders" : `one class folder, "${names[0]!.name}"`}.`,
    expected: "two or more sub-folders, one a class: there is nothing to tell apart otherwise.",
    fix: `sort the images into folders such as ${join(path, "cat")} and ${join(path, "dog")}.`,
  });
}

async function filesOfClass(path: string, className: string): Promise<{ className: string; id: string }[]> {
  const entries = await readdir(join(path, className), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name);
  if (names.length > 0) return names.sort().map((name) => ({ className, id: `${className}/${name}` }));
  throw new UsageError({
    got: `the class folder ${join(path, className)} has no files.`,
    expected: "at least one image of each class.",
    fix: `put images into it, or remove the folder "${className}".`,
  });
}

async function readImage(
  sharp: Sharp,
  file: string,
  { imageSize, channels, fit }: Required<ImagesFromFolderOptions>,
): Promise<Uint8Array> {
  try {
    const upright = sharp(file)
      .rotate()
      .resize(imageSize, imageSize, { fit })
      .flatten({ background: "white" });
    const toned = channels === 1 ? upright.toColourspace("b-w") : upright.toColourspace("srgb");
    return await toned.raw().toBuffer();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new UsageError({
      got: `${file} cannot be read as an image (${reason}).`,
      expected: "PNG, JPEG, WebP, GIF, TIFF or AVIF files, and nothing else, in a class folder.",
      fix: "remove or replace the file.",
    });
  }
}
