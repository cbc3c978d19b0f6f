import {
  checkOptions,
  type Dataset,
  type Finding,
  type RegressionDataset,
  UsageError,
} from "../../core/index.js";
import { type Duplicates, type FindDuplicatesOptions, findDuplicates } from "./find-duplicates.js";

/** Options for {@link checkLeaks}. */
export interface CheckLeaksOptions extends FindDuplicatesOptions {
  /** A tag whose values may not be in two splits, such as "film" or "patient"; defaults to none. */
  group?: string;
}

const lesson = "notebooks/01-start-simple.ipynb";

/**
 * Whether one split knows of another: the same sample in both, images in both that look alike, or one film, patient or
 * driver in both. What a model has seen in training says nothing of what it has not.
 *
 * @param splits - data sets of the same shape by name: `{ train, validation, test }`
 * @returns a finding for each pair of splits and kind of leak; none where all is well
 * @throws UsageError when there is one split alone, or a split lacks the tag
 * @see S. Barz and J. Denzler, "Do We Train on Test Data? Purging CIFAR of Near-Duplicates" (2020): 3.3 % and 10 % of its test images
 * @example
 * const points = makeMoons(100);
 * checkLeaks({ train: points, test: subset(points, [7, 8]) })[0].title; // "2 samples of test are in train"
 */
export function checkLeaks(
  splits: Readonly<Record<string, Dataset | RegressionDataset>>,
  options: CheckLeaksOptions = {},
): Finding[] {
  checkOptions("checkLeaks", options, ["similarity", "group"]);
  const { group, ...how } = options;
  const names = Object.keys(splits);
  if (names.length < 2)
    throw new UsageError({
      got: `checkLeaks got ${names.length === 0 ? "no splits" : `only the split "${names[0]}"`}.`,
      expected: "two or more, by name.",
      fix: "pass { train, test }, or look within one by findDuplicates({ all: dataset }).",
    });
  const duplicates = findDuplicates(splits, how);
  return names.flatMap((first, i) =>
    names
      .slice(i + 1)
      .flatMap((second) => [
        ...copies(duplicates, first, second, "exact"),
        ...copies(duplicates, first, second, "similar"),
        ...(group === undefined ? [] : sharedGroups(splits, first, second, group)),
      ]),
  );
}

function copies(
  all: readonly Duplicates[],
  first: string,
  second: string,
  kind: Duplicates["kind"],
): Finding[] {
  const shared = all.filter(
    (group) =>
      group.kind === kind && [first, second].every((name) => group.samples.some((s) => s.split === name)),
  );
  if (shared.length === 0) return [];
  const leaked = shared.flatMap(({ samples }) => samples.filter(({ split }) => split === second));
  const pairs = shared.slice(0, 3).map(({ samples }) => {
    const [one, other] = [first, second].map((name) => samples.find(({ split }) => split === name)!.id);
    return `${one} = ${other}`;
  });
  const count = `${leaked.length.toLocaleString("en")} ${leaked.length === 1 ? "sample" : "samples"} of ${second}`;
  const isOne = leaked.length === 1;
  return [
    {
      code: "duplicate-leak",
      severity: kind === "exact" ? "error" : "warning",
      where: second,
      title:
        kind === "exact"
          ? `${count} ${isOne ? "is" : "are"} in ${first}`
          : `${count} ${isOne ? "looks" : "look"} like some of ${first}`,
      evidence: `${kind === "exact" ? "The same bytes" : "Alike but for size, brightness or compression"}: ${pairs.join("; ")}${shared.length > 3 ? "; …" : "."}`,
      fix: "splitByGroup(dataset, { groups: duplicateGroups(dataset), fractions }) keeps copies in one split.",
      confidence: kind === "exact" ? 1 : 0.8,
      lesson,
    },
  ];
}

function sharedGroups(
  splits: Readonly<Record<string, Dataset | RegressionDataset>>,
  first: string,
  second: string,
  tag: string,
): Finding[] {
  const [one, other] = [first, second].map((name) => {
    const values = splits[name]!.tags[tag];
    if (values !== undefined) return new Set(values);
    throw new UsageError({
      got: `${name} has no tag "${tag}", only ${Object.keys(splits[name]!.tags).join(", ") || "none"}.`,
      expected: "the tag that says what belongs together, in every split.",
      fix: "name a tag that all have, or leave group out.",
    });
  }) as [Set<number>, Set<number>];
  const shared = [...one].filter((value) => other.has(value));
  if (shared.length === 0) return [];
  return [
    {
      code: "duplicate-leak",
      severity: "warning",
      where: second,
      title: `${second} and ${first} share ${shared.length} of ${other.size} groups by ${tag}`,
      evidence: `${tag} ${shared.slice(0, 5).join(", ")}${shared.length > 5 ? ", …" : ""} in both.`,
      fix: `splitByGroup(dataset, { groups: ${JSON.stringify(tag)}, fractions })`,
      confidence: 0.9,
      lesson,
    },
  ];
}
