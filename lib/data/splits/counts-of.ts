import { UsageError } from "../../core/index.js";

/** How large each split is to be: either as shares or as counts. */
export interface SplitSizes<Name extends string> {
  /** Share of the samples in each split; together at most 1, the rest is left out. Either these or `counts`. */
  fractions?: Readonly<Record<Name, number>>;
  /** Samples in each split; together at most the size of the data set. */
  counts?: Readonly<Record<Name, number>>;
}

/** How large each split is to be, turned into whole numbers; `functionName` is as the caller typed it. */
export function countsOf<Name extends string>(
  functionName: string,
  size: number,
  { fractions, counts }: SplitSizes<Name>,
): [Name, number][] {
  const wanted = Object.entries<number>(counts ?? fractions ?? {}) as [Name, number][];
  if ((fractions === undefined) === (counts === undefined) || wanted.length === 0)
    throw new UsageError({
      got: `${functionName} got neither or both of fractions and counts, or no names in them.`,
      expected: "one of the two, with a name for each split.",
      fix: "pass { fractions: { train: 0.8, validation: 0.2 } }.",
    });
  const least = counts === undefined ? Number.MIN_VALUE : 1;
  const wrong = wanted.find(
    ([, part]) => !(part >= least && part <= size) || (counts !== undefined && !Number.isInteger(part)),
  );
  const sum = wanted.reduce((total, [, part]) => total + part, 0);
  const most = counts === undefined ? 1 : size;
  if (wrong !== undefined || sum > most * (1 + 1e-9))
    throw new UsageError({
      got:
        wrong !== undefined
          ? `split "${wrong[0]}" is to have ${String(wrong[1])}.`
          : `the splits add up to ${sum}.`,
      expected:
        counts === undefined
          ? "shares above 0, together at most 1."
          : `counts of 1 or more, together at most ${size}.`,
      fix: "make the parts smaller, or the data set larger.",
    });
  // Cutting at rounded running sums wastes no sample to rounding.
  let running = 0;
  let start = 0;
  const cut = wanted.map(([name, part]): [Name, number] => {
    running += part;
    const end = Math.min(size, Math.round(counts === undefined ? running * size : running));
    const count = end - start;
    start = end;
    return [name, count];
  });
  const empty = cut.find(([, count]) => count === 0);
  if (empty === undefined) return cut;
  throw new UsageError({
    got: `split "${empty[0]}" would be empty: the data set has ${size} samples.`,
    expected: "at least one sample in each split.",
    fix: "raise its fraction, or use a larger data set.",
  });
}
