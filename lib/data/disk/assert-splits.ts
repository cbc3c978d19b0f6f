import { UsageError } from "../../core/index.js";
import { classesOf, type Splits } from "./any-data-set.js";
import type { DataSetFormat } from "./record.js";

/** Refuses parts that cannot be stored side by side. */
export function assertSplits(splits: Splits, format: DataSetFormat): void {
  const names = Object.keys(splits);
  const wrong = names.find((name) => !/^[a-z0-9][\w-]*$/i.test(name));
  if (names.length === 0 || wrong !== undefined)
    throw new UsageError({
      got: wrong === undefined ? "no splits." : `a split named ${JSON.stringify(wrong)}.`,
      expected: "at least one, named by letters, digits, - and _: each becomes a folder.",
      fix: "pass { train, test }.",
    });
  const empty = names.find((name) => splits[name]!.size === 0);
  if (empty !== undefined)
    throw new UsageError({
      got: `the split ${empty} is empty.`,
      expected: "at least one sample in each.",
      fix: "leave it out, or make the data set larger.",
    });
  const [first, ...others] = names;
  for (const name of others) assertSameForm(splits, first!, name);
  if (format === "png") assertPictures(splits, first!);
}

/** Whoever reads the parts takes them for parts of one thing. */
function assertSameForm(splits: Splits, first: string, name: string): void {
  const [a, b] = [splits[first]!, splits[name]!];
  const differs = (what: string, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) === JSON.stringify(other)) return;
    throw new UsageError({
      got: `${first} has the ${what} ${JSON.stringify(one) ?? "none"}, ${name} has ${JSON.stringify(other) ?? "none"}.`,
      expected: `the same ${what} in every split.`,
      fix: "make the splits by splitDataset from one data set, or write them to folders of their own.",
    });
  };
  differs("shape", a.shape, b.shape);
  differs("classes", classesOf(a), classesOf(b));
  differs("targets", "targetNames" in a && a.targetNames, "targetNames" in b && b.targetNames);
}

function assertPictures(splits: Splits, first: string): void {
  const dataset = splits[first]!;
  const [, , channels] = dataset.shape;
  const arePictures =
    dataset.shape.length === 3 && [1, 3, 4].includes(channels!) && dataset.batch([0]).x instanceof Uint8Array;
  const classes = classesOf(dataset);
  if (!arePictures || classes === undefined)
    throw new UsageError({
      got: `samples of shape [${dataset.shape.join(", ")}]${arePictures ? " without classes" : ""}.`,
      expected:
        "bytes of shape [height, width, channels] with 1, 3 or 4 channels, and a class for each folder.",
      fix: 'write them as arrays: format "npy".',
    });
  const wrong = classes.find((name) => !/^[^./\\:*?"<>|\n][^/\\:*?"<>|\n]*$/.test(name));
  if (wrong === undefined) return;
  throw new UsageError({
    got: `a class named ${JSON.stringify(wrong)}.`,
    expected: "names that can be folders: no slash, colon, quote or star, no dot at the beginning.",
    fix: 'name it otherwise, or write arrays: format "npy".',
  });
}
