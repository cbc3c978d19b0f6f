import {
  checkOptions,
  type Dataset,
  permutation,
  type RegressionDataset,
  randomSource,
  UsageError,
} from "../../core/index.js";
import { checkSeed } from "../check-values.js";
import { countsOf, type SplitSizes } from "./counts-of.js";
import { placeGroups } from "./place-groups.js";
import { hasTargets, type SameKind } from "./same-kind.js";
import { subset } from "./subset.js";

/** Options for {@link splitByGroup}. */
export interface SplitByGroupOptions<Name extends string> {
  /** What belongs together: one name or number per sample, or the name of the tag that holds it. */
  groups: string | ArrayLike<string | number>;
  /** Share of the samples in each split; together 1. Groups stay whole, so the splits only come near these. */
  fractions: Readonly<Record<Name, number>>;
  /** Seed of the shuffle; defaults to 0. */
  seed?: number;
}

/**
 * Cuts a data set so that no group is in two splits: frames of one film, photographs of one patient, one driver's trips.
 *
 * Samples of one group resemble each other. With some of them in the training set, the error on the others says nothing
 * of groups that the model has never met. Large groups are placed first, each where it brings sizes and classes
 * nearest to what was asked for.
 *
 * @throws UsageError when there are fewer groups than splits, or a split would be empty
 * @see F. Pedregosa et al., scikit-learn, `StratifiedGroupKFold`, which weighs sizes and classes likewise
 * @example
 * const films = Array.from({ length: 100 }, (_, frame) => Math.floor(frame / 10));
 * const { train, test } = splitByGroup(makeScenes(100), { groups: films, fractions: { train: 0.8, test: 0.2 } });
 * [train.size, test.size]; // [80, 20]
 */
export function splitByGroup<Name extends string, D extends Dataset | RegressionDataset>(
  dataset: D,
  options: SplitByGroupOptions<Name>,
): Record<Name, SameKind<D>> {
  checkOptions("splitByGroup", options, ["groups", "fractions", "seed"]);
  const { seed = 0, fractions } = options;
  checkSeed(seed);
  const groups = groupsOf(dataset, options.groups);
  const sizes = countsOf("splitByGroup", dataset.size, { fractions } as SplitSizes<Name>);
  checkWhole(sizes, dataset.size);
  const rowsOfGroup = new Map<string | number, number[]>();
  for (let row = 0; row < groups.length; row++) {
    const rows = rowsOfGroup.get(groups[row]!);
    if (rows === undefined) rowsOfGroup.set(groups[row]!, [row]);
    else rows.push(row);
  }
  const labels = hasTargets(dataset) ? new Int32Array(dataset.size) : dataset.labels;
  const shuffled = shuffle([...rowsOfGroup.values()], seed);
  const placed = placeGroups(
    shuffled,
    labels,
    sizes.map(([, size]) => size),
  );
  const parts = sizes.map(([name], i) => {
    if (placed[i]!.length === 0) throw tooFewGroups(name, rowsOfGroup.size, sizes.length);
    const turns = permutation(placed[i]!.length, randomSource(seed, "split by group", name));
    return [
      name,
      subset(
        dataset,
        Uint32Array.from(turns, (turn) => placed[i]![turn]!),
      ),
    ];
  });
  return Object.fromEntries(parts) as Record<Name, SameKind<D>>;
}

function shuffle(groups: readonly number[][], seed: number): number[][] {
  return Array.from(permutation(groups.length, randomSource(seed, "groups")), (i) => groups[i]!);
}

function groupsOf(
  { size, tags }: Dataset | RegressionDataset,
  groups: string | ArrayLike<string | number>,
): ArrayLike<string | number> {
  const values = typeof groups === "string" ? tags[groups] : groups;
  if (values?.length === size) return values;
  throw new UsageError({
    got:
      values === undefined
        ? `groups is ${JSON.stringify(groups)}, and the data set has the tags ${Object.keys(tags).join(", ") || "(none)"}.`
        : `groups has ${values.length} values for ${size} samples.`,
    expected: "one group per sample, or the name of a tag.",
    fix: "pass { groups: dataset.ids.map((id) => whichFilmItIsFrom(id)) }.",
  });
}

function checkWhole(sizes: readonly [string, number][], size: number): void {
  const sum = sizes.reduce((total, [, count]) => total + count, 0);
  if (sum === size) return;
  throw new UsageError({
    got: `the fractions cover ${sum} of ${size} samples.`,
    expected: "fractions that add up to 1: a group cannot be left out in part.",
    fix: "raise the last fraction, or name a further split for the rest.",
  });
}

function tooFewGroups(name: string, groups: number, splits: number): UsageError {
  return new UsageError({
    got: `split "${name}" would be empty: ${groups} group${groups === 1 ? "" : "s"} for ${splits} splits.`,
    expected: "groups small enough, and enough of them, to fill every split.",
    fix: "group by something finer, ask for fewer splits, or make its fraction larger.",
  });
}
