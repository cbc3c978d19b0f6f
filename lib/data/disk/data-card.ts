import { bayesError } from "../bayes-error.js";
import type { Splits } from "./any-data-set.js";
import { cardTable, mark } from "./card-table.js";
import { loadingLines } from "./loading-lines.js";
import { type DataSetRecord, recordFile, sumsFile } from "./record.js";
import { samplePicture } from "./sample-picture.js";
import { tableColumns, tagPrefix, targetPrefix } from "./samples-table.js";

/**
 * The page that tells people what a data set is: how much of what, made how, and how to load it.
 *
 * @see T. Gebru et al., "Datasheets for Datasets" (2021), for the questions that it answers
 */
export function dataCard(record: DataSetRecord, splits: Splits): string {
  const { title, summary, madeBy } = record.about;
  const sections = [
    `# ${title}`,
    summary,
    ...(samplePicture(splits) === undefined ? [] : ["![Some samples of each split](sample.png)"]),
    "## What is in it",
    balance(splits),
    irreducible(splits),
    "## How it was made",
    madeBy === undefined ? undefined : `\`\`\`sh\n${madeBy}\n\`\`\``,
    knobs(record),
    `Its hash is \`${record.sha256}\`: that of [${sumsFile}](${sumsFile}), which has one line for each file with data. ` +
      `\`sha256sum --check ${sumsFile}\` compares them.`,
    "## How to load it",
    "In this folder:",
    loadingLines(record),
    columns(record, splits),
    tags(splits),
  ];
  return `${sections.filter((text) => text !== undefined && text !== "").join("\n\n")}\n`;
}

/** How many samples each split has, and of which class. */
function balance(splits: Splits): string {
  const [first] = Object.values(splits);
  const classes = first !== undefined && "classes" in first ? first.classes : [];
  const rows = Object.entries(splits).map(([name, dataset]) => {
    const counts = new Array<number>(classes.length).fill(0);
    if ("labels" in dataset) for (const label of dataset.labels) counts[label]!++;
    const shares = counts.map((count) => `${count} (${((100 * count) / dataset.size).toFixed(1)} %)`);
    return [mark(name), String(dataset.size), ...shares];
  });
  return cardTable(["split", "samples", ...classes.map(mark)], rows);
}

/** What nobody can avoid, where it is known. */
function irreducible(splits: Splits): string {
  const known = Object.entries(splits).filter(([, { tags }]) => tags.bayesPosterior !== undefined);
  if (known.length === 0) return "";
  const errors = known.map(
    ([name, dataset]) => `${(100 * bayesError(dataset as never)).toFixed(2)} % on \`${name}\``,
  );
  return `The error that no classifier can avoid (Bayes error) is ${errors.join(", ")}.`;
}

function knobs({ about }: DataSetRecord): string {
  const chosen = Object.entries(about.knobs ?? {});
  if (chosen.length === 0) return "";
  return cardTable(
    ["knob", "value"],
    chosen.map(([name, value]) => [mark(name), mark(String(value))]),
  );
}

/** What the files hold. */
function columns({ format, targetNames, shape }: DataSetRecord, splits: Splits): string {
  const known = Object.values(splits)[0]!;
  const answers =
    targetNames === undefined
      ? `\`${tableColumns.label}\` (whole number), \`${tableColumns.class}\` (its name)`
      : targetNames.map((name) => `\`${targetPrefix}${name}\``).join(", ");
  const more = [
    known.lengths === undefined ? "" : `, \`${tableColumns.length}\` (steps that are no padding)`,
    format === "png" ? `, \`${tableColumns.file}\` (its picture, from the split's folder)` : "",
    Object.keys(known.tags).length === 0 ? "" : `, and the tags below as \`${tagPrefix}<name>\``,
  ];
  const pixels =
    format === "png"
      ? "A folder a class holds a PNG file a sample, named by its row."
      : `\`x.npy\` holds the samples, shape [samples, ${shape.join(", ")}].`;
  return [
    `Each split is a folder. ${pixels} \`${targetNames === undefined ? "labels" : "targets"}.npy\` and`,
    `\`samples.parquet\` have the same rows in the same order; the table's columns are \`${tableColumns.id}\`, ${answers}${more.join("")}.`,
    `\`${recordFile}\` says all this to programs.`,
  ].join(" ");
}

/** What is known of each sample: mean, least and greatest value of each tag. */
function tags(splits: Splits): string {
  const names = Object.keys(Object.values(splits)[0]!.tags);
  if (names.length === 0) return "";
  const rows = names.map((name) => [mark(name), ...Object.values(splits).map((d) => spread(d.tags[name]))]);
  const text = "Tags, one number a sample; in the table their mean, and from where to where they go.";
  return `${text}\n\n${cardTable(["tag", ...Object.keys(splits).map(mark)], rows)}`;
}

function spread(values: Float32Array | undefined): string {
  if (values === undefined) return "";
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  return least === most ? short(least) : `${short(sum / values.length)} (${short(least)} to ${short(most)})`;
}
