import { extname } from "node:path";
import { type Dataset, type Figure, nearestName, UsageError, writeAtomically } from "../../core/index.js";
import { openDataSet } from "../../data/index.js";
import { fine } from "../command.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { theStoredFolder } from "./check-stored.js";

/** `deep-pessimist data look FOLDER`: draws what is in a stored data set. */
export async function lookAtStored(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("data look", args, {
    by: { type: "string" },
    log: { type: "string" },
    split: { type: "string" },
    images: { type: "string" },
    seed: { type: "string", default: "0" },
    figure: { type: "string", default: "look.html" },
  });
  const folder = theStoredFolder("look", positionals);
  assertEnding(values.figure);
  const splits = await openDataSet(folder);
  const images = values.images === undefined ? {} : { images: numberOption("images", values.images) };
  const wanted = { ...images, seed: numberOption("seed", values.seed) };
  const figures =
    values.log === undefined
      ? await figuresOf(splits, values, wanted)
      : [await mistakes(splits, { log: values.log, split: values.split }, wanted)];
  const { figureToHtml, figureToSvg } = await import("../../plots/index.js");
  const drawn = values.figure.endsWith(".svg")
    ? await figureToSvg(theOnly(figures))
    : await figureToHtml(figures, `What is in ${folder}`);
  await writeAtomically(values.figure, drawn);
  const readings = figures.map(({ reading }) => reading);
  if (values.json) console.log(JSON.stringify({ folder, readings, figure: values.figure }, null, 2));
  else console.log([...readings, "", `Drawn to ${values.figure}`].join("\n"));
  return fine;
}

interface Wanted {
  readonly images?: number;
  readonly seed: number;
}

/** Images by a tag or by label; or, where nothing is asked for, all that is worth a first look. */
async function figuresOf(
  splits: Readonly<Record<string, Dataset>>,
  { by, split }: { by?: string | undefined; split?: string | undefined },
  { images: columns = 6, seed }: Wanted,
): Promise<Figure[]> {
  const { plotClassBalance, plotImagesBy, plotTags } = await import("../../plots/index.js");
  const name = split ?? Object.keys(splits)[0]!;
  const grid = (split: string, by: string): Figure => {
    const title = `${split}: images by ${by}`;
    const figure = plotImagesBy(theSplit(splits, split), by, { columns, seed, title });
    return { ...figure, reading: `${split}: ${figure.reading}` };
  };
  if (by !== undefined) return [grid(name, by)];
  const shown = split === undefined ? splits : { [split]: theSplit(splits, split) };
  const first = Object.values(shown)[0]!;
  return [
    ...("labels" in first ? [plotClassBalance(shown)] : []),
    ...(tagsVary(shown) ? [plotTags(shown)] : []),
    ...(first.shape.length === 3 ? Object.keys(shown).map((split) => grid(split, "label")) : []),
  ];
}

/** The surest mistakes of a prediction log. */
async function mistakes(
  splits: Readonly<Record<string, Dataset>>,
  { log: path, split }: { log: string; split: string | undefined },
  { images }: Wanted,
): Promise<Figure> {
  const { readPredictionLog } = await import("../../decomposition/index.js");
  const { plotWorstErrors } = await import("../../plots/index.js");
  const log = await readPredictionLog(path);
  const name = split ?? (log.split in splits ? log.split : Object.keys(splits)[0]!);
  const title = `${name}: the surest mistakes`;
  return plotWorstErrors(theSplit(splits, name), log, { title, ...(images === undefined ? {} : { images }) });
}

function tagsVary(splits: Readonly<Record<string, Dataset>>): boolean {
  const values = new Map<string, number>();
  return Object.values(splits).some(({ tags }) =>
    Object.entries(tags).some(([name, all]) =>
      all.some((value) => {
        const first = values.get(name) ?? value;
        values.set(name, first);
        return value !== first;
      }),
    ),
  );
}

function theSplit(splits: Readonly<Record<string, Dataset>>, name: string): Dataset {
  if (Object.hasOwn(splits, name)) return splits[name]!;
  const meant = nearestName(name, Object.keys(splits));
  throw new UsageError({
    got: `no split "${name}".`,
    expected: `one of ${Object.keys(splits).join(", ")}.`,
    fix: meant === undefined ? "leave --split out." : `write --split ${meant}.`,
  });
}

function theOnly(figures: readonly Figure[]): Figure {
  if (figures.length === 1) return figures[0]!;
  throw new UsageError({
    got: `${figures.length} figures for one .svg.`,
    expected: "one figure, or a page.",
    fix: "write --figure look.html, or say which by --by label.",
  });
}

function assertEnding(file: string): void {
  const ending = extname(file).toLowerCase();
  if (ending === ".svg" || ending === ".html") return;
  throw new UsageError({
    got: `--figure ${file}.`,
    expected: "a name that ends in .svg or .html.",
    fix: `write --figure ${file.slice(0, file.length - ending.length)}.html.`,
  });
}
