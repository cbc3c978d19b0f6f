import { type Dataset, nearestName, permutation, randomSource, UsageError } from "../../core/index.js";
import { tagBins } from "./tag-bins.js";

/** The samples that have a label, or a range of a tag, in common. */
export interface ImageGroup {
  readonly label: string;
  /** Rows of the data set. */
  readonly rows: Uint32Array;
}

/**
 * The rows of a data set by class, or by the values of a tag; groups without samples are left out.
 *
 * @param by - "label", or a tag's name
 * @throws UsageError for a tag that the data set does not have
 */
export function groupImages(dataset: Dataset, by: string): ImageGroup[] {
  const groups = by === "label" ? byClass(dataset) : byTag(dataset, by);
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Some of a group's rows, drawn by chance, in their order. */
export function someOf({ label, rows }: ImageGroup, count: number, seed: number): number[] {
  const order = permutation(rows.length, randomSource(seed, "look", label));
  return Array.from(order.subarray(0, count), (i) => rows[i]!).sort((a, b) => a - b);
}

function byClass({ classes, labels }: Dataset): ImageGroup[] {
  return classes.map((label, k) => ({ label, rows: rowsWhere(labels, (value) => value === k) }));
}

function byTag({ tags }: Dataset, name: string): ImageGroup[] {
  const values = tags[name];
  if (values !== undefined)
    return tagBins(values).map(({ label, contains }) => ({
      label: `${name} ${label}`,
      rows: rowsWhere(values, contains),
    }));
  const known = ["label", ...Object.keys(tags)];
  const meant = nearestName(name, known);
  throw new UsageError({
    got: `no tag "${name}".`,
    expected: `one of ${known.map((tag) => `"${tag}"`).join(", ")}.`,
    fix: meant === undefined ? 'pass "label".' : `pass "${meant}".`,
  });
}

function rowsWhere(values: Int32Array | Float32Array, holds: (value: number) => boolean): Uint32Array {
  let count = 0;
  const rows = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) if (holds(values[i]!)) rows[count++] = i;
  return rows.slice(0, count);
}
