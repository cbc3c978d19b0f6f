import { type PredictionLog, UsageError } from "../../core/index.js";
import { classColumns } from "./class-columns.js";
import { floatText } from "./float-text.js";

/**
 * A prediction log as CSV: the columns `id`, `label` (the class's index), `probability_<class>` and `tag_<name>`, then
 * `split`, `run` and `seed`, the same in every row. A missing tag is an empty field.
 *
 * @param path - for messages; where it ends in `.tsv`, tabs stand for the commas
 * @throws UsageError where the classes' names are numbers in another order than 0, 1, 2, …: a CSV file has no other place
 *   for them than the columns' names
 */
export function csvOfLog(path: string, log: PredictionLog): string {
  const { classes, ids, labels, probabilities, tags, split, run, seed } = log;
  const names = classes.map((name) => `probability_${name}`);
  assertReadable(path, names, classes);
  const comma = /\.tsv$/i.test(path) ? "\t" : ",";
  const constants = Object.entries({ split, run, seed }).filter(([, value]) => value !== undefined);
  const tagNames = Object.keys(tags);
  const end = constants.map(([, value]) => comma + quoted(String(value))).join("") + "\n";
  const header = ["id", "label", ...names, ...tagNames.map((name) => `tag_${name}`)];
  const lines = [[...header, ...constants.map(([name]) => name)].map(quoted).join(comma) + "\n"];
  for (let row = 0; row < ids.length; row++) {
    let line = quoted(ids[row]!) + comma + labels[row];
    const first = row * classes.length;
    for (let k = first; k < first + classes.length; k++) line += comma + floatText(probabilities[k]!);
    for (const name of tagNames) {
      const value = tags[name]![row]!;
      line += Number.isNaN(value) ? comma : comma + floatText(value);
    }
    lines.push(line + end);
  }
  return lines.join("");
}

const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function assertReadable(path: string, names: readonly string[], classes: readonly string[]): void {
  const numbered = classes.every((name) => /^(0|[1-9]\d*)$/.test(name));
  const odd = numbered
    ? classes.some((name, k) => name !== String(k))
    : new Set(classes).size < classes.length || classes.some((name) => name !== name.trim());
  if (!odd && classColumns(path, names).classes.length === classes.length) return;
  throw new UsageError({
    got: `${path}: a CSV file cannot keep the classes ${classes.slice(0, 6).join(", ")}: it has only its columns' names for them.`,
    expected: "names that differ; if they are numbers, 0, 1, 2, … in this order.",
    fix: `write ${path.replace(/\.\w+$/, "")}.parquet instead, which keeps any names.`,
  });
}
