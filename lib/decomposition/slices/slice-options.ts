import { nearestName, type PredictionLog, UsageError } from "../../core/index.js";
import { type CodedTag, codeTag } from "./code-tag.js";

/** Which slices are looked at. */
export interface SliceOptions {
  /** The tags to slice by; defaults to all that the log has and that vary. */
  tags?: readonly string[];
  /** Tags whose numbers are names and have no order; defaults to none. */
  categorical?: readonly string[];
  /** How many tags a slice may ask for at once, 1…3; defaults to 3. */
  degree?: number;
  /** Into how many bins of about equally many samples a tag with more values is put, 2…32; defaults to 5. */
  bins?: number;
  /** Whether neighbouring values of a tag may make one slice, such as "night ≥ 3"; defaults to true. */
  ranges?: boolean;
  /** The smallest slice, in samples; defaults to 1 % of them, and 32 at least. */
  minSamples?: number;
}

/** The names of {@link SliceOptions}, for `checkOptions`. */
export const sliceOptionNames: readonly (keyof SliceOptions)[] = [
  ...(["tags", "categorical", "degree", "bins", "ranges", "minSamples"] as const),
];

/** Options that are whole numbers, each with its bounds. */
const bounds = { degree: [1, 3], bins: [2, 32], minSamples: [1, Number.POSITIVE_INFINITY] } as const;

/** Options with their defaults put in, and the tags that vary, coded. */
export interface SliceSpace {
  readonly tags: readonly CodedTag[];
  readonly degree: number;
  readonly ranges: boolean;
  readonly minSamples: number;
}

/**
 * Checks the options of slicing, and codes the tags that slices are made of.
 *
 * @param functionName - as the caller typed it
 * @throws UsageError for a tag that the log does not have, a log without tags, and options that are none
 */
export function sliceSpace(
  functionName: string,
  { tags: columns, labels }: Pick<PredictionLog, "tags" | "labels">,
  options: SliceOptions,
): SliceSpace {
  const { tags = Object.keys(columns), categorical = [], degree = 3, bins = 5, ranges = true } = options;
  const { minSamples = Math.max(32, Math.ceil(labels.length / 100)) } = options;
  for (const [name, value] of Object.entries({ degree, bins, minSamples }))
    assertWhole(functionName, name, value, bounds[name as keyof typeof bounds]);
  for (const name of [...tags, ...categorical]) assertTag(functionName, name, Object.keys(columns));
  const coded = tags
    .map((name) => codeTag(name, columns[name]!, { bins, ordered: !categorical.includes(name) }))
    .filter(({ values, missing }) => values.length > 1 || (values.length === 1 && missing !== undefined));
  if (coded.length === 0)
    throw new UsageError({
      got: `${functionName} got a log without tags that vary.`,
      expected: "one tag at least, with two values or more.",
      fix: "log the data set's tags, or look for slices in embeddings: findHiddenSlices(log, embeddings).",
    });
  return { tags: coded, degree, ranges, minSamples };
}

function assertWhole(
  functionName: string,
  name: string,
  value: number,
  [low, high]: readonly [number, number],
): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new UsageError({
    got: `${functionName} got ${name} = ${value}.`,
    expected: `a whole number ${high === Number.POSITIVE_INFINITY ? `of ${low} or more` : `from ${low} to ${high}`}.`,
    fix: `pass { ${name}: ${value > high ? high : low} }, or leave it out.`,
  });
}

function assertTag(functionName: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const meant = nearestName(name, known);
  throw new UsageError({
    got: `${functionName} got the tag "${name}", which the log does not have.`,
    expected: `one of ${known.map((own) => `"${own}"`).join(", ") || "(the log has no tags)"}.`,
    fix: meant === undefined ? `remove "${name}".` : `write "${meant}" instead of "${name}".`,
  });
}
